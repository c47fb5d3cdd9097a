import { useMemo } from 'react'
import type { Product } from '@shared/catalogue/contract'
import { yuan, type Fen } from '@shared/kernel/money'
import { EMPTY_ACCOUNT, tierOf } from '@shared/points/account'
import { memberUnit } from '@shared/pricing/member-price'
import { useMe } from '@/features/members'
import { cloudNow } from '@/platform/clock'
import { useShop } from './store'

/** Who looks at the menu. */
export type Buyer = {
  readonly member: boolean
  /** What their tier pays of a list price; of a stranger, what they would pay as a new member. */
  readonly payBp: number
}

export function useBuyer(): Buyer {
  const member = useMe((s) => s.me?.member ?? null)
  const loyalty = useShop((s) => s.shop?.loyalty ?? null)
  return useMemo(() => {
    const tier = loyalty && tierOf(member?.account ?? EMPTY_ACCOUNT, loyalty, cloudNow())
    return { member: member !== null, payBp: tier?.priceBp ?? 10_000 }
  }, [member, loyalty])
}

/** What one unit costs this customer, choices included. */
export const unitFor = (buyer: Buyer, unitFen: Fen, memberUnitFen: Fen): Fen =>
  buyer.member ? memberUnit(unitFen, memberUnitFen, buyer.payBp) : unitFen

/** A card's price: its cheapest size, and beside it what others pay, or what a member would. */
export type CardPrice = {
  readonly fen: Fen
  /** ¥18, struck through; 会员 ¥15; '' where there is nothing to compare. */
  readonly aside: string
  readonly tone: 'product-card__was' | 'product-card__member'
}

export function cardPrice({ skus }: Product, { member, payBp }: Buyer): CardPrice {
  const sizes = skus.map(({ priceFen, memberFen = priceFen }) => ({
    priceFen,
    memberFen: memberUnit(priceFen, memberFen, payBp),
  }))
  const by: 'memberFen' | 'priceFen' = member ? 'memberFen' : 'priceFen'
  const [cheapest] = sizes.sort((a, b) => a[by] - b[by])
  const { priceFen, memberFen } = cheapest ?? { priceFen: 0, memberFen: 0 }
  const lower = memberFen < priceFen
  return member
    ? { fen: memberFen, aside: lower ? `¥${yuan(priceFen)}` : '', tone: 'product-card__was' }
    : { fen: priceFen, aside: lower ? `会员 ¥${yuan(memberFen)}` : '', tone: 'product-card__member' }
}
