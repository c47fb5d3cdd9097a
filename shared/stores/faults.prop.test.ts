import * as fc from 'fast-check'
import * as v from 'valibot'
import { Store } from '../catalogue/store-contract'
import { Loyalty } from '../points/contract'
import { aShopDraft, aStoreDraft } from '../../tests/builders/store-drafts'
import { shopFaults } from './shop-faults'
import { storeFaults } from './store-faults'

/** Everything a field can be made to hold: numbers that no shop means, texts that are none. */
const figure = fc.oneof(
  fc.constantFrom(-1, 0, 0.5, 1, 1440, 1e15, -1e15, 2 ** 53),
  fc.integer({ min: 0, max: 20_000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)
const words = fc.oneof(fc.constantFrom('', ' ', '店'.repeat(300)), fc.string({ maxLength: 30 }))

type Spot = { readonly at: readonly (string | number)[]; readonly is: 'number' | 'string' }

/** Where a draft holds numbers and texts; what the shape of the contract pins down already is left out. */
function spotsOf(x: unknown, at: readonly (string | number)[] = []): Spot[] {
  if (typeof x === 'number' || typeof x === 'string') {
    const pinned = at.includes('ways') || at.at(-1) === 'id' || at.at(-1) === 'pointId'
    return pinned ? [] : [{ at, is: typeof x as Spot['is'] }]
  }
  if (typeof x !== 'object' || x === null) return []
  return Object.entries(x).flatMap(([key, inner]) => spotsOf(inner, [...at, key]))
}

function put<T>(draft: T, { at }: Spot, value: unknown): T {
  const copy = structuredClone(draft)
  let inside = copy as Record<string | number, unknown>
  for (const key of at.slice(0, -1)) inside = inside[key] as Record<string | number, unknown>
  inside[at.at(-1) ?? ''] = value
  return copy
}

const spoilt = <T>(draft: T) =>
  fc
    .array(
      fc
        .constantFrom(...spotsOf(draft))
        .chain((spot) => (spot.is === 'number' ? figure : words).map((value) => ({ spot, value }))),
      { minLength: 1, maxLength: 3 },
    )
    .map((changes) => changes.reduce((d, { spot, value }) => put(d, spot, value), draft))

it('lets nothing through that is no part of a store', () => {
  fc.assert(
    fc.property(spoilt(aStoreDraft()), (draft) => {
      if (storeFaults(draft).length > 0) return
      expect(v.safeParse(Store, { ...draft, id: 's', paused: false, stopped: [], daily: {} }).success).toBe(
        true,
      )
    }),
    { numRuns: 2000 },
  )
})

it('lets nothing through that is no part of a shop', () => {
  fc.assert(
    fc.property(spoilt(aShopDraft()), (draft) => {
      if (shopFaults(draft).length > 0) return
      expect(v.safeParse(Loyalty, draft.loyalty).success).toBe(true)
      expect(Number.isSafeInteger(draft.payWithinMs) && draft.payWithinMs > 0).toBe(true)
      expect(draft.acceptance.remindMs).toBeLessThan(draft.acceptance.refundMs)
      for (const { feeFen } of draft.packaging) expect(Number.isSafeInteger(feeFen) && feeFen >= 0).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

it('never throws, whatever a form holds', () => {
  fc.assert(fc.property(spoilt(aStoreDraft()), (draft) => void storeFaults(draft)))
  fc.assert(fc.property(spoilt(aShopDraft()), (draft) => void shopFaults(draft)))
})
