import * as fc from 'fast-check'
import { DAY_MS, MINUTE_MS } from '@shared/kernel/time'
import type { BindingRow } from '../../database/rows'
import { place } from '../../../tests/builders/customer'
import { come } from '../../../tests/builders/friends'
import { openShop, type Person, type TestShop } from '../../../tests/builders/shop'
import { bindings } from '../../../scripts/audit/bindings'
import { booksOf } from '../../../scripts/audit/books'

type Deed = {
  readonly do: 'join' | 'leave' | 'come' | 'order' | 'wait'
  readonly who: number
  readonly of: number
}
const deed: fc.Arbitrary<Deed> = fc.record({
  do: fc.constantFrom('join', 'join', 'come', 'come', 'come', 'leave', 'order', 'wait'),
  who: fc.nat(4),
  of: fc.nat(4),
})
/** Deeds in groups: those of one group happen at once. */
const town = fc.array(fc.array(deed, { minLength: 1, maxLength: 4 }), { maxLength: 14 })
const WAITS = [1, MINUTE_MS, 31 * MINUTE_MS, 20 * DAY_MS, 31 * DAY_MS]

async function act(shop: TestShop, people: readonly Person[], { do: what, who, of }: Deed): Promise<void> {
  const person = people[who]!
  if (what === 'join') await person.call('members.join', {})
  if (what === 'leave') await person.call('members.leave', {})
  if (what === 'order') await place(person, { key: `key-${of}0000` })
  if (what === 'wait') await shop.advance(WAITS[of]!)
  if (what !== 'come') return
  const asked = await people[of]!.call('referral.code', { target: { kind: 'shop' }, channel: 'card' })
  if (asked.ok) await come(person, asked.data.code)
}

const frozen = (shop: TestShop) =>
  new Map(shop.rows<BindingRow>('bindings').map((row) => [row._id, JSON.stringify(row)]))

it('whatever people do, and at once: bindings form a forest and never change; members and orders agree (law 10)', async () => {
  await fc.assert(
    fc.asyncProperty(town, async (groups) => {
      const shop = openShop()
      try {
        const people = ['oAnn', 'oBob', 'oCid', 'oDan', 'oEve'].map((openid) => shop.as(openid))
        let before = frozen(shop)
        for (const group of groups) {
          await Promise.all(group.map((one) => act(shop, people, one)))
          const after = frozen(shop)
          for (const [friend, row] of before) expect(after.get(friend)).toBe(row)
          before = after
        }
        expect(bindings(booksOf((name) => shop.rows(name), shop.now()))).toEqual([])
        for (const [friend] of before) expect(rootOf(friend, shop)).not.toBeNull()
      } finally {
        shop.close()
      }
    }),
    { numRuns: 60 },
  )
}, 120_000)

/** Climbs to who was brought by nobody; null: it goes round in a circle. */
function rootOf(friend: string, shop: TestShop): string | null {
  const rows = new Map(shop.rows<BindingRow>('bindings').map((row) => [row._id, row.promoter]))
  let at = friend
  for (let steps = 0; steps <= rows.size; steps++) {
    const above = rows.get(at)
    if (above === undefined) return at
    at = above
  }
  return null
}
