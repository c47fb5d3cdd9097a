/** Law 7: exactly once per friend, campaign and side, whatever comes twice, at once or in another order. */
import fc from 'fast-check'
import { place, pay, prepayOf, type Placed } from '../../../tests/builders/customer'
import { promoter } from '../../../tests/builders/friends'
import { bringFriends, friendOf } from '../../../tests/builders/rewards'
import { openShop, type TestShop } from '../../../tests/builders/shop'
import { STORE } from '../../../tests/builders/shop-rows'
import { audit } from '../../../scripts/audit/audit'
import { booksOf } from '../../../scripts/audit/books'
import type { RewardRow } from '../../database/rows'

jest.setTimeout(120_000)

const FRIENDS = 3
const step = fc.record({
  friend: fc.nat({ max: FRIENDS - 1 }),
  order: fc.nat({ max: 1 }),
  deed: fc.constantFrom('pay', 'again', 'refuse', 'decide'),
  /** Not waited for: the next begins at once. */
  atOnce: fc.boolean(),
})
type Step = { friend: number; order: number; deed: string; atOnce: boolean }

const BONUS = { kind: 'points', points: 10 } as const
const DRAFT = { second: BONUS, pointsBudget: 25, caps: { total: 3, month: null, day: null } }

async function play(shop: TestShop, steps: readonly Step[]): Promise<void> {
  bringFriends(shop, DRAFT, 4)
  const ann = await promoter(shop, 'oAnn')
  const placed: Placed[][] = []
  for (let i = 0; i < FRIENDS; i++) {
    const friend = await friendOf(shop, ann.code, `oFriend${i}`)
    placed.push([await place(friend), await place(friend, { key: 'key-00002' })])
  }
  const running: Promise<unknown>[] = []
  for (const { atOnce, ...deed } of steps) {
    const done = carryOut(shop, deed, placed[deed.friend]![deed.order]!)
    running.push(done)
    if (!atOnce) await done
  }
  await Promise.all(running)
  await shop.advance(60_000)
}

async function carryOut(shop: TestShop, { deed }: Omit<Step, 'atOnce'>, one: Placed): Promise<unknown> {
  const boss = shop.as('oBoss')
  switch (deed) {
    case 'pay':
      // a sheet that was confirmed, or an order that has ended, can't be paid again
      return pay(shop, one).catch(() => undefined)
    case 'again': {
      const isPaid = shop.row<{ paidAt: number | null }>('orders', one.order.id)?.paidAt !== null
      return (
        isPaid && prepayOf(one) && shop.notify(shop.wechat.pay.notifyEvent(one.order.id), 'wx_paycallback')
      )
    }
    case 'refuse':
      return boss.call('manager.refuse', { storeId: STORE, orderId: one.order.id, reason: '卖完了' })
    default: {
      const [held] = shop.rows<RewardRow>('rewards').filter((row) => row.state === 'held')
      return held && boss.call('rewards.decide', { rewardId: held._id, release: true, reason: '核对过了' })
    }
  }
}

test('the books of rewards hold after any interleaving, and saying it all again changes nothing', () =>
  fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
      const shop = openShop({ staff: { oBoss: 'owner' } })
      try {
        await play(shop, steps)
        expect(audit(booksOf((name) => shop.rows(name), shop.now()))).toEqual([])
        const before = JSON.stringify(shop.rows('rewards'))
        for (const { order } of shop
          .rows<{ _id: string; paidAt: number | null }>('orders')
          .flatMap((o) => (o.paidAt === null ? [] : [{ order: o._id }])))
          await shop.notify(shop.wechat.pay.notifyEvent(order), 'wx_paycallback')
        expect(JSON.stringify(shop.rows('rewards'))).toBe(before)
      } finally {
        shop.close()
      }
    }),
    { numRuns: 15 },
  ))
