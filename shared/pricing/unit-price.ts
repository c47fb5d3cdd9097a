import type { OptionGroup, Product, Sku } from '../catalogue/contract'
import type { Fen } from '../kernel/money'
import { refuse } from '../kernel/refusal'

/** Why a product can't be had as it was asked for. */
export type ChoiceFault =
  | { readonly refused: 'SKU_UNKNOWN' }
  /** A choice that this product doesn't offer (any more), or the same one twice. */
  | { readonly refused: 'CHOICE_UNKNOWN' }
  /** `details.groupId`: exactly one is needed and none was named. */
  | { readonly refused: 'CHOICE_MISSING'; readonly details: { readonly groupId: string } }
  | { readonly refused: 'TOO_MANY'; readonly details: { readonly groupId: string; readonly max: number } }
  /** Hot with less ice. `details.ids`: the sku and choices that exclude each other. */
  | { readonly refused: 'IMPOSSIBLE'; readonly details: { readonly ids: readonly string[] } }

export type UnitPrice = {
  readonly unitFen: Fen
  /** What the menu asks of members, the choices included; never above `unitFen`. */
  readonly memberUnitFen: Fen
  readonly sku: Sku
  /** The choices in the menu's order, so that the same drink always reads the same. */
  readonly choices: readonly string[]
}

const named = (group: OptionGroup, choices: readonly string[]) =>
  group.choices.filter((choice) => choices.includes(choice.id))

function groupFault(group: OptionGroup, choices: readonly string[]): ChoiceFault | null {
  const count = named(group, choices).length
  if (group.max === 1 && count === 0) return refuse('CHOICE_MISSING', { groupId: group.id })
  if (count > group.max) return refuse('TOO_MANY', { groupId: group.id, max: group.max })
  return null
}

/** The first set of ids that can't be had together and is contained in `ids`. */
const clash = (product: Product, ids: readonly string[]) =>
  product.impossible.find((set) => set.length > 0 && set.every((id) => ids.includes(id)))

/**
 * What one unit costs, made as asked: the sku's price and what the choices add; the same for members. Fen, never below
 * zero.
 * A group with `max` 1 needs exactly one choice (nothing is filled in silently), others take up to `max`.
 */
export function unitPrice(
  product: Product,
  skuId: string,
  choices: readonly string[],
): UnitPrice | ChoiceFault {
  const sku = product.skus.find((s) => s.id === skuId)
  if (!sku) return refuse('SKU_UNKNOWN')
  const chosen = product.options.flatMap((group) => named(group, choices))
  if (chosen.length !== choices.length) return refuse('CHOICE_UNKNOWN')
  for (const group of product.options) {
    const fault = groupFault(group, choices)
    if (fault) return fault
  }
  const ids = clash(product, [skuId, ...choices])
  if (ids) return refuse('IMPOSSIBLE', { ids })
  const deltaFen = chosen.reduce((sum, choice) => sum + choice.deltaFen, 0)
  const unitFen = Math.max(0, sku.priceFen + deltaFen)
  const memberUnitFen = Math.min(unitFen, Math.max(0, (sku.memberFen ?? sku.priceFen) + deltaFen))
  return { unitFen, memberUnitFen, sku, choices: chosen.map((choice) => choice.id) }
}

/** What is preselected when the spec sheet opens. */
export function defaultSelection(product: Product): { skuId: string; choices: string[] } {
  return {
    skuId: product.skus[0]?.id ?? '',
    choices: product.options.flatMap((group) => group.defaults),
  }
}

/**
 * Sku and choice ids that would complete an impossible combination with what is selected: the spec sheet disables them.
 * A candidate replaces its own kind: another sku the sku, another choice of a one-of group that group's choice.
 */
export function blockedIds(product: Product, skuId: string, choices: readonly string[]): ReadonlySet<string> {
  const skus = product.skus.filter((sku) => clash(product, [sku.id, ...choices])).map((sku) => sku.id)
  const others = product.options.flatMap((group) => {
    const own = group.choices.map((choice) => choice.id)
    const kept = group.max === 1 ? choices.filter((id) => !own.includes(id)) : choices
    return own.filter((id) => clash(product, [skuId, ...kept, id]))
  })
  return new Set([...skus, ...others])
}

/** 大杯 / 少冰 / 半糖, in the menu's order; names that are empty (a product of one size) are left out. */
export function specText(product: Product, skuId: string, choices: readonly string[]): string {
  const sku = product.skus.find((s) => s.id === skuId)
  const chosen = product.options.flatMap((group) => named(group, choices))
  return [sku?.name ?? '', ...chosen.map((choice) => choice.name)].filter((name) => name !== '').join(' / ')
}
