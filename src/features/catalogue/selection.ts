import type { OptionGroup, Product } from '@shared/catalogue/contract'
import { blockedIds, defaultSelection } from '@shared/pricing/unit-price'

/** What the sheet holds: one size, and how it is made. */
export type Selection = { readonly skuId: string; readonly choices: readonly string[] }

/** What is chosen when the sheet opens: the shop's defaults, in the first size that can be had. */
export function openingSelection(product: Product, soldOut: readonly string[]): Selection {
  const { skuId, choices } = defaultSelection(product)
  const blocked = blockedIds(product, skuId, choices)
  const free = product.skus.find((sku) => !soldOut.includes(sku.id) && !blocked.has(sku.id))
  return { skuId: soldOut.includes(skuId) ? (free?.id ?? skuId) : skuId, choices }
}

/**
 * Taps a choice: in a one-of group it takes the place of the other; in a several-of group it comes or goes, and
 * nothing happens when the group is full. Choices stay in the menu's order.
 */
export function tapChoice(
  product: Product,
  selection: Selection,
  group: OptionGroup,
  choiceId: string,
): Selection {
  const own = group.choices.map((choice) => choice.id)
  const held = selection.choices.filter((id) => own.includes(id))
  const others = selection.choices.filter((id) => !own.includes(id))
  const next = group.max === 1 ? [choiceId] : toggled(held, choiceId, group.max)
  const chosen = new Set([...others, ...next])
  const inOrder = product.options
    .flatMap((g) => g.choices.map((choice) => choice.id))
    .filter((id) => chosen.has(id))
  return { ...selection, choices: inOrder }
}

function toggled(held: readonly string[], id: string, max: number): readonly string[] {
  if (held.includes(id)) return held.filter((other) => other !== id)
  return held.length < max ? [...held, id] : held
}

/** Whether a group of several has no room for one more. */
export const isFull = (group: OptionGroup, selection: Selection): boolean =>
  group.max > 1 && group.choices.filter((choice) => selection.choices.includes(choice.id)).length >= group.max
