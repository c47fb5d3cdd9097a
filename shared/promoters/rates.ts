import { hasOwn } from '../kernel/lists'

/** What goods pay, in basis points of what was paid for them: the shop's rate, and those that categories and products have of their own. */
export type Rates = {
  readonly rateBp: number
  /** Category id → its rate. */
  readonly categories: Readonly<Record<string, number>>
  /** Product id → its rate. */
  readonly products: Readonly<Record<string, number>>
}

/** The rate of a product, in basis points: its own, else its category's, else the shop's. */
export const rateOf = (
  { rateBp, categories, products }: Rates,
  { productId, categoryId }: { readonly productId: string; readonly categoryId: string },
): number => own(products, productId) ?? own(categories, categoryId) ?? rateBp

const own = (rates: Readonly<Record<string, number>>, id: string): number | undefined =>
  hasOwn(rates, id) ? rates[id] : undefined

/** What an order freezes for its promoter when it is placed: each line's rate in the order of the lines, and the window. */
export type CommissionTerms = {
  readonly rateBps: readonly number[]
  /** Days after receipt after which the commission is theirs. */
  readonly returnDays: number
}

/** The terms of an order that is placed now; undefined where it pays nothing: no promoter, no programme, or rates of 0. */
export function termsFor(
  order: {
    readonly memberId: string
    readonly promoter?: string | null
    readonly lines: readonly { readonly productId: string; readonly categoryId: string }[]
  },
  programme: (Rates & { readonly open: boolean; readonly returnDays: number }) | undefined,
): CommissionTerms | undefined {
  if (order.promoter == null || order.promoter === order.memberId || !programme?.open) return undefined
  const rateBps = order.lines.map((line) => rateOf(programme, line))
  return rateBps.some((bp) => bp > 0) ? { rateBps, returnDays: programme.returnDays } : undefined
}
