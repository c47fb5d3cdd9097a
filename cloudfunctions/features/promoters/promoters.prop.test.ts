import * as fc from 'fast-check'
import { DAY_MS } from '@shared/kernel/time'
import { audit } from '../../../scripts/audit/audit'
import { booksOf } from '../../../scripts/audit/books'
import { runCampaign } from '../../../tests/builders/campaigns'
import { bagel, join, latte, pay, place } from '../../../tests/builders/customer'
import { come, promoter } from '../../../tests/builders/friends'
import { makePromoter, openProgramme } from '../../../tests/builders/promoters'
import { openShop, type TestShop } from '../../../tests/builders/shop'
import { STORE } from '../../../tests/builders/shop-rows'
import type { AccountRow, OrderRow, WithdrawalRow } from '../../database/rows'

jest.setTimeout(120_000)

type Step = { readonly do: keyof typeof DEEDS; readonly of: number; readonly n: number }
const pick = <T>(list: readonly T[], i: number): T | undefined => list[i % Math.max(1, list.length)]

/** What may happen, as people and the timer bring it about; many of them are refused at their moment, and change nothing. */
const DEEDS = {
  order: async (shop: TestShop, { of, n }: Step, key: string) => {
    const lines = [
      { ...latte, qty: 1 + (n % 3) },
      { ...bagel, qty: 1 + (of % 2) },
    ]
    await pay(shop, await place(shop.as('oMay'), { key, lines, packagingId: 'bag' }))
  },
  serve: async (shop: TestShop, { of }: Step) => {
    const order = pick(shop.rows<OrderRow>('orders'), of)
    for (const action of ['accept', 'ready', 'handOver'] as const)
      await shop.as('oBoss').call(`manager.${action}`, { storeId: STORE, orderId: order?._id ?? 'none' })
  },
  refund: async (shop: TestShop, { of, n }: Step) => {
    const order = pick(shop.rows<OrderRow>('orders'), of)
    await shop.as('oBoss').call('manager.refund', {
      storeId: STORE,
      orderId: order?._id ?? 'none',
      units: [{ line: n % 2, units: 1 }],
      packaging: n % 3 === 0,
      delivery: false,
      reason: '少了',
      refundsSeen: order?.refunds.length ?? 0,
    })
  },
  morning: async (shop: TestShop) => {
    await shop.advance(DAY_MS)
    await shop.tick()
  },
  withdraw: async (shop: TestShop, { of, n }: Step, key: string) => {
    const way = (['cash', 'points', 'coupon'] as const)[of % 3]!
    const wish = way === 'coupon' ? { fen: 60, campaignId: 'autumn' } : { fen: 10 + n, campaignId: null }
    await shop.as('oLin').call('promoters.withdraw', { ...wish, way, key })
  },
  settle: async (shop: TestShop, { of, n }: Step) => {
    const open = pick(
      shop.rows<WithdrawalRow>('withdrawals').filter(({ openOf }) => openOf),
      of,
    )
    const deed = (['approve', 'paid', 'refuse'] as const)[n % 3]!
    await shop.as('oBoss').call('promoters.settlePayout', { no: open?._id ?? 'none', deed, note: '转了' })
  },
  cancel: async (shop: TestShop, { of }: Step) => {
    const one = pick(shop.rows<WithdrawalRow>('withdrawals'), of)
    await shop.as('oLin').call('promoters.cancelWithdrawal', { no: one?._id ?? 'none' })
  },
  ban: async (shop: TestShop, { n }: Step) => {
    const [from, to] = n % 2 === 0 ? (['accepted', 'banned'] as const) : (['banned', 'accepted'] as const)
    const { memberId } = shop.as('oLin')
    await shop.as('oBoss').call('promoters.decide', { memberId, from, to, reason: '看看' })
  },
} as const

const step: fc.Arbitrary<Step> = fc.record({
  do: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom('order', 'serve', 'morning', 'withdraw') },
    { weight: 3, arbitrary: fc.constantFrom('refund', 'settle') },
    { weight: 1, arbitrary: fc.constantFrom('cancel', 'ban') },
  ) as fc.Arbitrary<keyof typeof DEEDS>,
  of: fc.nat(12),
  n: fc.nat(200),
})

/** A life that begins with a debt: released, withdrawn for points, then given back; or with nothing. */
const OWING: readonly Step[] = [
  { do: 'order', of: 0, n: 2 },
  { do: 'serve', of: 0, n: 0 },
  { do: 'morning', of: 0, n: 0 },
  { do: 'withdraw', of: 1, n: 100 },
  ...Array.from({ length: 3 }, (): Step => ({ do: 'refund', of: 0, n: 0 })),
]
const beginning = fc.constantFrom<readonly Step[]>([], OWING)

async function openTown(): Promise<TestShop> {
  const shop = openShop({
    staff: { oBoss: 'owner' },
    store: { hours: [{ from: 0, to: 1440 }], daily: {} },
  })
  runCampaign(shop, { entry: { kind: 'grant' }, budget: { count: 2, fen: null, shards: 1 } })
  openProgramme(shop, {
    returnDays: 0,
    minimumFen: 20,
    dailyFen: 300,
    approvalAboveFen: 120,
    coupons: [{ campaignId: 'autumn', title: '券', fen: 60 }],
  })
  const lin = await promoter(shop, 'oLin')
  makePromoter(shop, lin)
  await come(shop.as('oMay'), lin.code)
  await join(shop.as('oMay'))
  return shop
}

it('keeps laws 8, 9 and 15 whatever happens in whatever order, as the auditor sees it after each deed', async () => {
  const seen = { owed: 0, paid: 0 }
  await fc.assert(
    fc.asyncProperty(
      beginning,
      fc.array(step, { minLength: 8, maxLength: 24, size: 'max' }),
      async (first, then) => {
        const shop = await openTown()
        try {
          for (const [i, one] of [...first, ...then].entries()) {
            await DEEDS[one.do](shop, one, `key-step-${i}`)
            expect(audit(booksOf((name) => shop.rows(name), shop.now()))).toEqual([])
            const account = shop.rows<AccountRow>('accounts')[0]
            if ((account?.debtFen ?? 0) > 0) seen.owed++
            if ((account?.withdrawnFen ?? 0) > 0) seen.paid++
          }
        } finally {
          shop.close()
        }
      },
    ),
    { numRuns: 40 },
  )
  // the lives that were drawn reach what the laws are about
  expect(seen.paid).toBeGreaterThan(0)
  expect(seen.owed).toBeGreaterThan(0)
})
