import * as fc from 'fast-check'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, startOfShopDay } from '@shared/kernel/time'
import { audit } from '../../../scripts/audit/audit'
import { booksOf } from '../../../scripts/audit/books'
import { live, type CrashPoint } from '../../../tests/builders/crash'
import { accountRow, ledgerRows } from '../../../tests/builders/promoters'
import { openShop, type Person, type TestShop } from '../../../tests/builders/shop'
import { linWithMoney, transfer } from '../../../tests/builders/transfers'
import { afterCrash } from '../../../tests/sim/world'
import type { Bill } from '../../../local-cloud/services/transfers/bill'
import type { WithdrawalRow } from '../../database/rows'

jest.setTimeout(240_000)

type Of = { readonly of: number; readonly n: number }
const pick = <T>(list: readonly T[], i: number): T | undefined => list[i % Math.max(1, list.length)]
const payouts = (shop: TestShop) => shop.rows<WithdrawalRow>('withdrawals')
const noOf = (shop: TestShop, { of }: Of) => pick(payouts(shop), of)?._id ?? 'none'
const WAITS = [SECOND_MS, 4 * SECOND_MS, 12 * MINUTE_MS, 7 * HOUR_MS, 25 * HOUR_MS]
const REFUSALS = [
  [429, 'FREQUENCY_LIMITED'],
  [403, 'NOT_ENOUGH'],
  [400, 'INVALID_REQUEST'],
  [500, 'SYSTEM_ERROR'],
] as const

/** What people, WeChat and the timer may do; much of it is refused at its moment, and changes nothing. */
const DEEDS = {
  withdraw: (shop: TestShop, { of, n }: Of) =>
    transfer(shop.as('oLin'), 100 + (n % 23) * 100, `key-out-${of % 4}`),
  check: (shop: TestShop, of: Of) =>
    shop.as('oLin').call('promoters.checkWithdrawal', { no: noOf(shop, of) }),
  giveUp: (shop: TestShop, of: Of) =>
    shop.as('oLin').call('promoters.cancelWithdrawal', { no: noOf(shop, of) }),
  settle: (shop: TestShop, of: Of) =>
    shop.as('oBoss').call('promoters.settlePayout', {
      no: noOf(shop, of),
      deed: of.n % 3 === 0 ? 'refuse' : 'approve',
      note: '店主',
    }),
  turn: (shop: TestShop) => shop.tick(),
  notice: (shop: TestShop, { of }: Of) => {
    const bill = pick(ended(shop), of)
    return bill ? shop.transferNotice(shop.wechat.transfers.noticeEvent(bill.outBillNo)) : Promise.resolve()
  },
} as const
/** What happens outside of the functions, and can't die. */
const WEATHER = {
  confirm: async (shop: TestShop, of: Of) => {
    const bill = shop.wechat.transfers.bill(noOf(shop, of))
    if (bill) shop.wechat.transfers.confirm(bill.packageInfo, bill.openid)
  },
  wait: (shop: TestShop, { n }: Of) => shop.advance(pick(WAITS, n)!),
  callBack: async (shop: TestShop, of: Of) => void shop.wechat.transfers.callBack(noOf(shop, of)),
  trouble: async (shop: TestShop, { of, n }: Of) => {
    const [status, code] = pick(REFUSALS, n)!
    const kinds = [
      { lose: 1 },
      { swallow: 1 },
      { late: 1 },
      { hesitate: 1 },
      { refuse: { times: 1, status, code } },
    ]
    const notify = { times: 1 + (n % 3), drop: n % 2, delayMs: (n % 4) * MINUTE_MS }
    const failing = n % 5 === 0 ? { failReason: 'ACCOUNT_FROZEN' } : {}
    shop.wechat.transfers.setFaults({ ...pick(kinds, of), notify, ...failing })
  },
} as const
const ended = (shop: TestShop): Bill[] =>
  shop.wechat.transfers.bills().filter(({ state }) => ['SUCCESS', 'FAIL', 'CANCELLED'].includes(state))

type Deed = keyof typeof DEEDS
type Step =
  | ({ readonly kind: 'weather'; readonly do: keyof typeof WEATHER } & Of)
  | ({ readonly kind: 'deed'; readonly do: Deed; readonly crash: CrashPoint | null } & Of)
  | ({ readonly kind: 'race'; readonly do: readonly Deed[] } & Of)
const of = { of: fc.nat(7), n: fc.nat(59) }
const deed = fc.constantFrom<Deed>('withdraw', 'withdraw', 'check', 'giveUp', 'settle', 'turn', 'notice')
const crash = fc.option(
  fc.record({ at: fc.integer({ min: 1, max: 12 }), when: fc.constantFrom('before', 'after') }),
  {
    freq: 2,
  },
)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('deed' as const), do: deed, crash, ...of }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('weather' as const),
      do: fc.constantFrom<keyof typeof WEATHER>('confirm', 'confirm', 'wait', 'wait', 'callBack', 'trouble'),
      ...of,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('race' as const),
      do: fc.array(deed, { minLength: 2, maxLength: 3 }),
      ...of,
    }),
  },
)

/** A life that begins with a request of which nobody knows whether, and when, it arrives; or as it comes. */
const DOUBT: readonly Step[] = [
  { kind: 'weather', do: 'trouble', of: 2, n: 1 },
  { kind: 'deed', do: 'withdraw', crash: null, of: 0, n: 4 },
]
const beginning = fc.constantFrom<readonly Step[]>([], DOUBT)

async function play(shop: TestShop, one: Step): Promise<void> {
  if (one.kind === 'weather') return WEATHER[one.do](shop, one)
  if (one.kind === 'race') return void (await Promise.all(one.do.map((deed) => DEEDS[deed](shop, one))))
  const { crashed } = await live<unknown>(one.crash, () => DEEDS[one.do](shop, one))
  if (crashed) await afterCrash(shop)
}

/** Money moves here only as WeChat says that it moved there. */
function conserved(shop: TestShop, lin: Person): void {
  expect(audit(booksOf((name) => shop.rows(name), shop.now()))).toEqual([])
  const kindOf = new Map(ledgerRows(shop).map(({ kind, source }) => [`${kind}:${source}`, true]))
  for (const { _id, state, fen } of payouts(shop)) {
    const bill = shop.wechat.transfers.bill(_id)
    if (bill) expect(bill.fen).toBe(fen)
    if (state === 'paid') expect(bill?.state).toBe('SUCCESS')
    if (bill?.state === 'SUCCESS') expect(kindOf.has(`returned:${_id}`)).toBe(false)
    // what came back is dead at WeChat, or was never there
    if (['failed', 'cancelled', 'expired'].includes(state))
      expect(['FAIL', 'CANCELLED', undefined]).toContain(bill?.state)
  }
  const { availableFen, withdrawingFen, withdrawnFen } = accountRow(shop, lin)
  expect(availableFen + withdrawingFen + withdrawnFen).toBe(4000)
}

/** The next turn that looks after payouts whose delayed call was lost, at ten o'clock, and what follows from it. */
async function untilMorning(shop: TestShop): Promise<void> {
  await shop.advance(startOfShopDay(shop.now()) + DAY_MS + 10 * HOUR_MS + MINUTE_MS - shop.now())
  await shop.tick()
  await shop.advance(MINUTE_MS)
}

it('pays nothing twice and loses nothing, whatever WeChat, people and crashes do in whatever order', async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(
      beginning,
      fc.array(step, { minLength: 10, maxLength: 30, size: 'max' }),
      async (first, then) => {
        const shop = openShop({ staff: { oBoss: 'owner' }, transfers: true })
        try {
          const lin = await linWithMoney(shop)
          for (const one of [...first, ...then]) {
            await play(shop, one)
            conserved(shop, lin)
          }
          // calm weather, and a few mornings: everything that was sent comes to its end by itself
          shop.wechat.transfers.setFaults({})
          for (let day = 0; day < 3; day++) await untilMorning(shop)
          conserved(shop, lin)
          for (const { state } of payouts(shop)) {
            expect(['requested', 'paid', 'failed', 'cancelled', 'expired']).toContain(state)
            seen.add(state)
          }
          const paid = shop.wechat.transfers.bills().filter(({ state }) => state === 'SUCCESS')
          expect(accountRow(shop, lin).withdrawnFen).toBe(paid.reduce((sum, { fen }) => sum + fen, 0))
        } finally {
          shop.close()
        }
      },
    ),
    { numRuns: 60 },
  )
  // the lives that were drawn reach every end
  expect([...seen]).toEqual(expect.arrayContaining(['paid', 'failed', 'cancelled', 'expired']))
})
