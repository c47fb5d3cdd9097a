import type { Menu, Store } from '@shared/catalogue/contract'
import { ruleOf } from '@shared/coupons/benefit'
import type { Benefit, Scope } from '@shared/coupons/contract'
import { pricesInScope } from '@shared/coupons/faults/prices-in-scope'
import type { Fen } from '@shared/kernel/money'

/** The cap with which a coupon keeps its promise for the dearest thing that it is about, and what that is. */
export type CapAdvice = { readonly capFen: Fen; readonly because: string; readonly costsFen: Fen }
type Shown = {
  readonly menu: Pick<Menu, 'products'>
  readonly stores: readonly Pick<Store, 'delivery'>[]
}

/** null where the menu gives no advice: kinds without a cap, and 折扣, whose cap is the owner's to choose. */
export function capAdvice(benefit: Benefit, scope: Scope, { menu, stores }: Shown): CapAdvice | null {
  if (benefit.kind === 'freeDelivery') {
    const fees = stores.flatMap(({ delivery }) => delivery?.bands.map((band) => band.feeFen) ?? [])
    const most = Math.max(0, ...fees)
    return most === 0 ? null : { capFen: most, because: '最远一档配送费', costsFen: most }
  }
  // what could not be read is below zero: no advice comes of it
  if (Object.entries(benefit).some(([name, n]) => name !== 'capFen' && typeof n === 'number' && n < 0))
    return null
  const rule = ruleOf(benefit)
  if (rule.slot !== 'item' || !(rule.units > 0)) return null
  const [dearest] = [...pricesInScope(scope, menu)].sort((a, b) => b.listFen - a.listFen)
  if (dearest === undefined) return null
  const units = Array.from({ length: rule.units }, () => dearest.listFen)
  const capFen = rule.unitOffs(units).reduce((sum, off) => sum + off, 0)
  return capFen === 0 ? null : { capFen, because: dearest.name, costsFen: dearest.listFen }
}
