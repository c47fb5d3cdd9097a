import type { Address } from '@shared/addresses/contract'
import type { Delivery, Menu, Preorder, Product, Shop, Store } from '@shared/catalogue/contract'
import type { CouponView } from '@shared/coupons/contract'
import { DAY_MS, MINUTE_MS } from '@shared/kernel/time'
import type { Board, BoardOrder } from '@shared/manager/contract'
import { EMPTY_ACCOUNT } from '@shared/points/account'
import type { Loyalty } from '@shared/points/contract'
import type { Me } from '@shared/members/contract'
import type { OrderView, Quote, QuoteLine } from '@shared/orders/contract'

/** What the screens show, for component tests: one small shop, its member, an order. 2026-11-22 10:00 in the shop's zone. */
export const NOW = Date.UTC(2026, 10, 22, 2)
export const STORE_ID = 's1'

export const aLatte: Product = {
  id: 'latte',
  categoryId: 'coffee',
  name: '拿铁',
  intro: '',
  picture: '',
  marks: [],
  skus: [{ id: 'latte-l', name: '大杯', priceFen: 1900 }],
  options: [],
  impossible: [],
}
export const aBun: Product = {
  ...aLatte,
  id: 'bun',
  name: '鲜肉小笼',
  skus: [{ id: 'bun', name: '', priceFen: 1200 }],
}
export const aMenu: Menu = {
  version: 1,
  categories: [{ id: 'coffee', name: '咖啡' }],
  products: [aLatte, aBun],
}

export const aStore: Store = {
  id: STORE_ID,
  name: '愚园路店',
  address: '愚园路 1088 号',
  phone: '021-55550001',
  lat: 31,
  lng: 121,
  hours: [{ from: 0, to: 1440 }],
  specialDays: {},
  ways: ['pickup', 'dineIn'],
  minimumFen: 0,
  delivery: null,
  preorder: null,
  secondsPerUnit: 90,
  paused: false,
  stopped: [],
  daily: {},
  tables: ['A1'],
}
/** Three kilometres around, ¥3 or ¥5, free from ¥40, nothing below ¥15. */
export const aDelivery: Delivery = {
  radiusM: 3000,
  minimumFen: 1500,
  bands: [
    { toM: 1000, feeFen: 300 },
    { toM: 3000, feeFen: 500 },
  ],
  freeFromFen: 4000,
  minutes: 30,
}
/** Breakfast at two dormitories: order by 22:00 for the next morning. */
export const aPreorder: Preorder = {
  daysAhead: 1,
  points: [
    { id: 'd3', name: '3 号宿舍楼下', address: '快递柜旁' },
    { id: 'd5', name: '5 号宿舍楼下', address: '' },
  ],
  slots: [
    { id: 'd3-720', pointId: 'd3', atMinute: 440, cutoffDays: 1, cutoffMinute: 1320, capacity: 20, days: [] },
    { id: 'd5-740', pointId: 'd5', atMinute: 460, cutoffDays: 1, cutoffMinute: 1320, capacity: 20, days: [] },
  ],
}
/** About 700 m from the store. */
export const anAddress: Address = {
  id: 'a1',
  name: '林小满',
  phone: '13800000001',
  address: '学府路 18 号',
  detail: '3 号楼 502',
  lat: 31.006,
  lng: 121.002,
}
/** Points and three tiers, where a test wants them; `aShop` has none. */
export const aLoyalty: Loyalty = {
  pointsPerYuan: 1,
  pointFen: 1,
  mostShareBp: 5000,
  validMonths: 12,
  tiers: [
    { id: 'green', name: '新客', fromFen: 0, priceBp: 10_000, pointsBp: 10_000 },
    { id: 'silver', name: '熟客', fromFen: 20_000, priceBp: 9800, pointsBp: 12_000 },
    { id: 'gold', name: '常客', fromFen: 60_000, priceBp: 9500, pointsBp: 15_000 },
  ],
}
export const aShop: Shop = {
  name: '常客小店',
  notice: '',
  menuVersion: 1,
  stores: [aStore],
  packaging: [{ id: 'none', name: '不用袋', feeFen: 0 }],
  templates: { ready: 'tmpl-ready' },
  welcome: null,
  loyalty: { pointsPerYuan: 0, pointFen: 0, mostShareBp: 0, validMonths: 12, tiers: [] },
  promoting: false,
}
export const aCoupon: CouponView = {
  id: 'c1',
  terms: {
    benefit: { kind: 'amountOff', offFen: 500, thresholdFen: 1500 },
    title: '新人礼',
    source: '新人礼',
    scope: { categoryIds: [], productIds: [], skuIds: [] },
    storeIds: [],
    ways: [],
    days: [],
    hours: [],
  },
  state: 'issued',
  issuedAt: NOW - DAY_MS,
  startsAt: NOW - DAY_MS,
  expiresAt: NOW + 7 * DAY_MS,
  orderId: null,
}
export const aMe: Me = {
  member: {
    id: 'm1',
    nickname: '林小满',
    avatar: '',
    phoneMasked: null,
    joinedAt: NOW - DAY_MS,
    birthday: null,
    account: EMPTY_ACCOUNT,
    worksAt: [STORE_ID],
  },
  coupons: [aCoupon],
}
const aLine: QuoteLine = {
  productId: 'latte',
  skuId: 'latte-l',
  categoryId: 'coffee',
  choices: [],
  qty: 1,
  name: '拿铁',
  specText: '大杯',
  picture: '',
  unitFen: 1900,
  listFen: 1900,
  memberOffFen: 0,
  itemOffFen: 0,
  orderOffFen: 500,
  pointsOffFen: 0,
  discountFen: 500,
  payFen: 1400,
}
const sums = {
  lines: [aLine],
  goodsFen: 1900,
  memberOffFen: 0,
  itemOffFen: 0,
  orderOffFen: 500,
  pointsOffFen: 0,
  packagingFen: 0,
  deliveryFen: 0,
  deliveryOffFen: 0,
  couponFen: 500,
  payFen: 1400,
  couponIds: ['c1'],
  points: 0,
}
export const aQuote: Quote = {
  ...sums,
  usablePoints: 0,
  usablePointsFen: 0,
  verdicts: [
    {
      couponId: 'c1',
      title: '新人礼',
      slot: 'order',
      thresholdFen: 1500,
      expiresAt: aCoupon.expiresAt,
      offFen: 500,
      why: { code: 'BEST' },
    },
  ],
  hash: 'h1',
}
export const anOrderView = (over: Partial<OrderView> = {}): OrderView => ({
  id: 'o1',
  pickupCode: 'A012',
  state: 'paid',
  storeId: STORE_ID,
  storeName: '愚园路店',
  way: 'pickup',
  table: null,
  packaging: '不用袋',
  note: '',
  ...sums,
  units: 1,
  earns: 0,
  destination: null,
  slot: null,
  placedAt: NOW - 5 * MINUTE_MS,
  payBefore: NOW + 25 * MINUTE_MS,
  paidAt: NOW - 4 * MINUTE_MS,
  acceptBefore: NOW + 11 * MINUTE_MS,
  acceptedAt: null,
  readyAt: null,
  deliveringAt: null,
  doneAt: null,
  closedAt: null,
  closedReason: '',
  refundedFen: 0,
  refunds: [],
  invoice: null,
  ...over,
})
export const aBoardOrder = (over: Partial<BoardOrder> = {}): BoardOrder => ({
  ...anOrderView(),
  memberName: '林*',
  notice: 'none',
  remindedAt: null,
  ...over,
})
export const aBoard = (orders: readonly BoardOrder[], over: Partial<Board> = {}): Board => ({
  storeId: STORE_ID,
  storeName: '愚园路店',
  role: 'owner',
  paused: false,
  orders: [...orders],
  hidden: 0,
  ahead: [],
  alerts: 0,
  ...over,
})
