/** A shop that answers orders that were left: its plan, the coupon for it, and people who accept messages. */
import type { CouponRow, ExposureRow, ShopRow } from '../../cloudfunctions/database/rows'
import { experimentIdOf, NO_TALLY } from '../../cloudfunctions/features/recovery/repository'
import { DAY_MS } from '@shared/kernel/time'
import { DEFAULTS, type RecoveryPlan } from '@shared/recovery/plan'
import { DEFAULT_RULES } from '@shared/reach/quiet'
import { runCampaign } from './campaigns'
import { at, openReachShop, TEMPLATE } from './reach'
import type { Person, ShopOptions, TestShop } from './shop'
import { terms } from './shop-rows'

export const UNPAID = 'ORDER_UNPAID'
const UNPAID_TEMPLATE = { id: 'tpl-unpaid', fields: { goods: 'thing1', amount: 'amount2', until: 'time3' } }
/** Everybody who passes the gates is treated, so that a test needs no luck. */
export const PLAN: RecoveryPlan = {
  ...DEFAULTS,
  version: 1,
  chanceBp: 10_000,
  coupon: { campaignId: 'left', title: '给你留的 4 元', slot: 'order', costFen: 400 },
  startedAt: at('20261101'),
  readoutAt: at('20270101'),
}

type Answering = { readonly plan?: Partial<RecoveryPlan>; readonly holdoutBp?: number }

/** The shop at noon of 22 November; nobody is held out. */
export function openRecoveryShop({ plan, holdoutBp, ...options }: ShopOptions & Answering = {}): TestShop {
  const shop = openReachShop(options)
  answerOrders(shop, { ...(plan && { plan }), ...(holdoutBp !== undefined && { holdoutBp }) })
  return shop
}

/** From now on this shop answers orders that are left: its plan, its templates, and the campaign of the coupon. */
export function answerOrders(shop: TestShop, { plan = {}, holdoutBp = 0 }: Answering = {}): void {
  const whole = { ...PLAN, ...plan }
  const row = shop.row<ShopRow>('settings', 'shop')!
  shop.put('settings', {
    ...row,
    templates: { ...row.templates, COUPON_EXPIRING: TEMPLATE, [UNPAID]: UNPAID_TEMPLATE },
    recovery: { ...whole, on: true },
    reach: { ...DEFAULT_RULES, holdoutBp },
  })
  shop.put('experiments', {
    _id: experimentIdOf(whole.version),
    plan: whole,
    arms: { treated: NO_TALLY, control: NO_TALLY },
  })
  runCampaign(shop, {
    _id: 'left',
    name: '没付完的那单',
    entry: { kind: 'grant' },
    terms: terms({ benefit: { kind: 'amountOff', offFen: 400, thresholdFen: 1000 }, title: '给你留的 4 元' }),
    validity: { kind: 'days', days: 2 },
    budget: { count: 100, fen: null, shards: 1 },
    endAt: shop.now() + 300 * DAY_MS,
  })
}

/** What this person accepts on the submit tap, at WeChat as well. */
export function consenting(shop: TestShop, { openid }: Person, ...names: readonly string[]) {
  const { templates } = shop.row<ShopRow>('settings', 'shop')!
  const ids = names.flatMap((name) => templates[name]?.id ?? [])
  shop.wechat.messages.answer(openid, Object.fromEntries(ids.map((id) => [id, 'accept' as const])))
  return { consents: Object.fromEntries(names.map((name) => [name, 'accept' as const])) }
}

export const exposures = (shop: TestShop): ExposureRow[] => shop.rows<ExposureRow>('exposures')
export const leftCoupons = (shop: TestShop): CouponRow[] =>
  shop.rows<CouponRow>('coupons').filter(({ campaignId }) => campaignId === 'left')
