/** What a coupon adds to placing an order: the same latte with and without one, turn and turn about, one at a time. */
import type { OutputOf } from '@shared/kernel/action'
import type * as orders from '@shared/orders/contract'
import type { Person } from '../builders/shop-client'
import { makeMembers, percentile, round, type Opened } from './flow'
import { LATTE, latteChoices, NO_EXTRAS, STORE } from './journey'

export type PlacingFigures = { withoutP50Ms: number; withP50Ms: number; ratio: number }

const WARM_UP = 60
const PAIRS = 200

/** Medians over `PAIRS` orders of each kind; `ratio` is with ÷ without. */
export async function measurePlacing(url: string): Promise<PlacingFigures> {
  const people = await makeMembers(url, 'Place', WARM_UP + PAIRS)
  const menu = await people[0]!.call<Opened>('home.open', { knownMenu: null })
  const basket = {
    storeId: STORE,
    way: 'pickup',
    packagingId: menu.shop.packaging[0]?.id,
    lines: [{ ...LATTE, choices: latteChoices(menu) }],
    ...NO_EXTRAS,
  }
  const timed = async (person: Person, couponIds: readonly string[], payFen: number, key: string) => {
    const input = {
      ...basket,
      coupons: couponIds,
      expectPayFen: payFen,
      key,
      table: null,
      note: '',
      consents: {},
    }
    const from = performance.now()
    await person.call('orders.place', input)
    return performance.now() - from
  }
  const times: { without: number[]; with: number[] } = { without: [], with: [] }
  for (const [i, person] of people.entries()) {
    const ask = { ...basket, coupons: 'best' }
    const { quote } = await person.call<OutputOf<typeof orders.quote>>('orders.quote', ask)
    if (quote.couponIds.length === 0) throw new Error('no coupon to place with')
    const plain = () => timed(person, [], quote.payFen + quote.couponFen, 'bench-plain')
    const reduced = () => timed(person, quote.couponIds, quote.payFen, 'bench-coupon')
    const [a, b] = i % 2 === 0 ? [await plain(), await reduced()] : [await reduced(), await plain()].reverse()
    if (i < WARM_UP) continue
    times.without.push(a!)
    times.with.push(b!)
  }
  const median = (all: number[]) =>
    percentile(
      all.sort((x, y) => x - y),
      50,
    )
  const [without, withCoupon] = [median(times.without), median(times.with)]
  return {
    withoutP50Ms: round(without),
    withP50Ms: round(withCoupon),
    ratio: Math.round((withCoupon / without) * 100) / 100,
  }
}
