/** A shop that may remind its members, people who accepted it, and coupons that end. */
import type { ConsentRow, CouponRow, JobRow } from '../../cloudfunctions/database/rows'
import { DAY_MS, HOUR_MS, shopDayStart } from '@shared/kernel/time'
import { KINDS } from '@shared/reach/kinds'
import { booksOf } from '../../scripts/audit/books'
import { reachedMembers } from '../../scripts/audit/reach'
import { join } from './customer'
import { openShop, type Person, type ShopOptions, type TestShop } from './shop'
import { shopRow, terms } from './shop-rows'

export const EXPIRING = KINDS.couponExpiring.template
export const TEMPLATE = {
  id: 'tpl-expiring',
  fields: { coupon: 'thing1', until: 'time2', tip: 'thing3' },
} as const

/** The shop at noon of 22 November, with the template and without a welcome coupon. */
export const openReachShop = ({ shop, ...options }: ShopOptions = {}): TestShop =>
  openShop({
    now: at('20261122', 12),
    ...options,
    shop: { templates: { ...shopRow.templates, [EXPIRING]: TEMPLATE }, welcomeCampaignId: null, ...shop },
  })

export const at = (day: string, hour = 0, minute = 0): number =>
  shopDayStart(day) + hour * HOUR_MS + minute * 60_000
export const goTo = (shop: TestShop, day: string, hour = 0, minute = 0): Promise<void> =>
  shop.advance(at(day, hour, minute) - shop.now())

let made = 0
/** The person accepted so many messages: WeChat knows it, and so do we. */
export function accepts(shop: TestShop, { openid, memberId }: Person, times = 1): void {
  for (let i = 0; i < times; i++) {
    shop.wechat.messages.answer(openid, { [TEMPLATE.id]: 'accept' })
    const row: ConsentRow = {
      _id: `k${++made}`,
      memberId,
      template: EXPIRING,
      state: 'open',
      at: shop.now(),
      jobId: null,
    }
    shop.put('consents', row)
  }
}

/** Puts a coupon that ends with a day (`YYYYMMDD`: at its midnight) into the wallet; a fortnight old. Answers its id. */
export function endingCoupon(
  shop: TestShop,
  { memberId }: Person,
  endsAt: number,
  over: Partial<CouponRow> = {},
): string {
  const row: CouponRow = {
    _id: `gift:${memberId}:${++made}`,
    campaignId: 'gift',
    memberId,
    terms: terms({ title: '满 20 减 3' }),
    state: 'issued',
    issuedAt: endsAt - 14 * DAY_MS,
    startsAt: endsAt - 14 * DAY_MS,
    expiresAt: endsAt,
    orderId: null,
    shard: 0,
    reservedFen: 0,
    ...over,
  }
  shop.put('coupons', row)
  return row._id
}

/** A member who accepted one message and has a coupon that ends at the midnight after 24 November. */
export async function reminded(shop: TestShop, openid = 'oAnn'): Promise<Person> {
  const person = shop.as(openid)
  await join(person)
  accepts(shop, person)
  endingCoupon(shop, person, at('20261125'))
  return person
}

/** The nights' turns of the timer and the mornings' calls, from now to an hour of a day. */
export async function liveUntil(shop: TestShop, day: string, hour = 0, minute = 0): Promise<void> {
  const HALF_HOUR = HOUR_MS / 2
  const end = at(day, hour, minute)
  while (shop.now() < end) {
    const next = Math.floor(shop.now() / HALF_HOUR) * HALF_HOUR + HALF_HOUR
    await shop.advance(Math.min(next, end) - shop.now())
    if (shop.now() === next) await shop.tick()
  }
}

export const jobs = (shop: TestShop): JobRow[] => shop.rows<JobRow>('jobs')
export const consents = (shop: TestShop): ConsentRow[] => shop.rows<ConsentRow>('consents')
export const inbox = (shop: TestShop, { openid }: Person) => shop.wechat.messages.inbox(openid)
/** What is wrong with what was sent; nothing if law 12 holds. */
export const wrongInReach = (shop: TestShop): string[] =>
  reachedMembers(booksOf((name) => shop.rows(name), shop.now()))
