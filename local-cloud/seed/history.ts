import type { CouponRow, OrderRow } from '../../cloudfunctions/database/rows'
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, shopDay, startOfShopDay } from '@shared/kernel/time'
import { largestCostFen } from '@shared/coupons/benefit'
import { couponIdOf } from '@shared/coupons/grant-keys'
import { spanOf } from '@shared/coupons/welcome'
import { isRefused } from '@shared/kernel/refusal'
import type { QuoteLine } from '@shared/orders/contract'
import { specText, unitPrice } from '@shared/pricing/unit-price'
import { memberIdOf } from '../../cloudfunctions/platform/identity'
import { menuRow } from './menu'
import { may } from './people'
import { campaignRows } from './campaigns'
import { withEarnings } from './points'
import { shopRow, WELCOME_CAMPAIGN } from './shop'

type Wanted = {
  readonly productId: string
  readonly skuId: string
  readonly choices: readonly string[]
  readonly qty: number
}

/** One line as it is quoted from the menu, without a coupon. Throws on what the menu doesn't offer. */
function lineOf({ productId, skuId, choices, qty }: Wanted): QuoteLine {
  const product = menuRow.products.find((p) => p.id === productId)
  if (!product) throw new RangeError(`not on the menu: ${productId}`)
  const price = unitPrice(product, skuId, choices)
  if (isRefused(price))
    throw new RangeError(`not offered: ${productId} ${skuId} ${choices.join(' ')}: ${price.refused}`)
  const listFen = price.unitFen * qty
  return {
    productId,
    skuId,
    categoryId: product.categoryId,
    choices: [...price.choices],
    qty,
    name: product.name,
    specText: specText(product, skuId, choices),
    picture: product.picture,
    unitFen: price.unitFen,
    listFen,
    memberOffFen: 0,
    itemOffFen: 0,
    orderOffFen: 0,
    pointsOffFen: 0,
    discountFen: 0,
    payFen: listFen,
  }
}

type Past = {
  readonly id: string
  readonly placedAt: Instant
  readonly code: string
  readonly wanted: readonly Wanted[]
}

/** An ordinary morning: paid, accepted, ready and handed over within eleven minutes. */
const momentsAfter = (placedAt: Instant) => ({
  paidAt: placedAt + MINUTE_MS,
  acceptedAt: placedAt + 2 * MINUTE_MS,
  readyAt: placedAt + 8 * MINUTE_MS,
  doneAt: placedAt + 11 * MINUTE_MS,
})

/** At list prices, without coupon or points. */
const NOTHING_OFF = {
  memberOffFen: 0,
  itemOffFen: 0,
  orderOffFen: 0,
  pointsOffFen: 0,
  packagingFen: 0,
  deliveryFen: 0,
  deliveryOffFen: 0,
  couponFen: 0,
  couponIds: [] as string[],
  points: 0,
  pointsTaken: {},
  earns: 0,
  earnsLot: '',
  promoter: null,
}
/** Picked up at the counter, and nothing went wrong. */
const ORDINARY = {
  state: 'done',
  way: 'pickup',
  table: null,
  destination: null,
  slot: null,
  packaging: '自带杯袋',
  note: '',
  stockHeld: {},
  closedAt: null,
  closedReason: '',
  acceptance: shopRow.acceptance,
  acceptBefore: null,
  deliveringAt: null,
  refunds: [],
  refundedFen: 0,
  invoice: null,
  consents: {},
  notice: 'none',
  outbox: [],
} as const

function pastOrder({ id, placedAt, code, wanted }: Past, memberId: string): OrderRow {
  const store = shopRow.stores.campus
  if (!store) throw new RangeError('the demo shop has lost its first store')
  const lines = wanted.map(lineOf)
  const goodsFen = lines.reduce((sum, line) => sum + line.listFen, 0)
  return {
    ...ORDINARY,
    ...NOTHING_OFF,
    _id: id,
    memberId,
    openid: may.openid,
    // the counter's screen is told no names
    memberName: `顾客 ${memberId.slice(-4)}`,
    storeId: store.id,
    storeName: store.name,
    secondsPerUnit: store.secondsPerUnit,
    lines,
    units: lines.reduce((sum, line) => sum + line.qty, 0),
    goodsFen,
    payFen: goodsFen,
    stockDay: shopDay(placedAt),
    pickupCode: code,
    pickupKey: `${store.id}:${shopDay(placedAt)}:${code}`,
    placedAt,
    payBefore: placedAt + shopRow.payWithinMs,
    ...momentsAfter(placedAt),
    closesAt: startOfShopDay(placedAt) + DAY_MS,
    transactionId: `42000000${shopDay(placedAt)}${code}`,
  }
}

type Morning = Omit<Past, 'placedAt'> & { readonly daysAgo: number; readonly minutes: number }

/** What 阿May bought before, in minutes after eight: coffee for the whole laboratory, then breakfast twice. */
const MORNINGS: readonly Morning[] = [
  {
    id: 'demo-order-0',
    daysAgo: 3,
    minutes: 25,
    code: '1008',
    wanted: [
      { productId: 'oat-latte', skuId: 'oat-latte-l', choices: ['hot', 'sugar-half'], qty: 6 },
      { productId: 'americano', skuId: 'americano-l', choices: ['hot', 'sugar-none'], qty: 4 },
    ],
  },
  {
    id: 'demo-order-1',
    daysAgo: 2,
    minutes: 12,
    code: '1027',
    wanted: [
      { productId: 'soy-milk', skuId: 'soy-milk-cup', choices: ['hot', 'sugar-half'], qty: 1 },
      {
        productId: 'jianbing',
        skuId: 'jianbing-1',
        choices: ['crisp', 'spice-some', 'greens', 'egg'],
        qty: 1,
      },
    ],
  },
  {
    id: 'demo-order-2',
    daysAgo: 1,
    minutes: 41,
    code: '1043',
    wanted: [{ productId: 'oat-latte', skuId: 'oat-latte-l', choices: ['hot', 'sugar-none'], qty: 1 }],
  },
]

/** 阿May's past orders, all handed over, in the order in which she placed them. */
export function pastOrders(now: Instant, memberKey: string): readonly OrderRow[] {
  const memberId = memberIdOf(may.openid, memberKey)
  const orders = MORNINGS.map(({ daysAgo, minutes, ...past }) => {
    const placedAt = startOfShopDay(now) - daysAgo * DAY_MS + 8 * HOUR_MS + minutes * MINUTE_MS
    return pastOrder({ ...past, placedAt }, memberId)
  })
  return withEarnings(orders)
}

/** What lies in 阿May's wallet: campaign, grant key, issued so many days ago. */
const MAYS_COUPONS = [
  [WELCOME_CAMPAIGN, 'welcome', may.joinedDaysAgo ?? 0],
  ['daily3', '1', 1],
  ['tea85', '1', 2],
  ['second-half', '1', 1],
  ['hello2026', 'code', 3],
] as const

/** 阿May's coupons, all still good. */
export function pastCoupons(now: Instant, memberKey: string): readonly CouponRow[] {
  const memberId = memberIdOf(may.openid, memberKey)
  const campaigns = campaignRows(now)
  return MAYS_COUPONS.flatMap(([campaignId, grantKey, daysAgo]) => {
    const campaign = campaigns.find(({ _id }) => _id === campaignId)
    if (!campaign) throw new RangeError(`no such campaign: ${campaignId}`)
    const issuedAt = now - daysAgo * DAY_MS
    return {
      _id: couponIdOf(campaignId, memberId, grantKey),
      campaignId,
      memberId,
      terms: campaign.terms,
      state: 'issued',
      issuedAt,
      ...spanOf(campaign.validity, issuedAt),
      orderId: null,
      shard: 0,
      reservedFen: largestCostFen(campaign.terms.benefit),
    }
  })
}
