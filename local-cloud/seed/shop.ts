import type { CounterRow, ShopRow, StoreRow } from '../../cloudfunctions/database/rows'
import { MINUTE_MS } from '@shared/kernel/time'
import { menuRow } from './menu'
import { programme } from './programme'
import { shopTemplates } from './templates'

export const WELCOME_CAMPAIGN = 'welcome'
/** Counted, thirty a day in each store; everything else is unlimited. */
export const LIMITED_SKU = 'croissant-1'
export const LIMITED_UNITS = 30

/** Order by 22:00 of the day before; forty units fit into the box. */
const byTheEveningBefore = { cutoffDays: 1, cutoffMinute: 22 * 60, capacity: 40, days: [] }

const campus: StoreRow = {
  id: 'campus',
  order: 1,
  name: '学府路店',
  address: '学府路 18 号，东门进来左手第三间',
  phone: '0571-00000018',
  lat: 30.26361,
  lng: 120.12308,
  // open all day, so that the demo can be tried at any hour in any time zone
  hours: [{ from: 0, to: 1440 }],
  specialDays: {},
  ways: ['pickup', 'dineIn', 'delivery', 'preorder'],
  minimumFen: 0,
  delivery: {
    radiusM: 3000,
    minimumFen: 1500,
    bands: [
      { toM: 1000, feeFen: 200 },
      { toM: 2000, feeFen: 400 },
      { toM: 3000, feeFen: 600 },
    ],
    freeFromFen: 4000,
    minutes: 30,
  },
  preorder: {
    daysAhead: 3,
    points: [
      { id: 'dorm', name: '3 号宿舍楼下', address: '东区 3 号宿舍楼南门，认准蓝色保温箱' },
      { id: 'library', name: '图书馆东门', address: '图书馆东门台阶右手边' },
      { id: 'evening', name: '晚课教学楼', address: '第二教学楼一楼大厅，饮水机旁' },
    ],
    slots: [
      { ...byTheEveningBefore, id: 'dorm-0720', pointId: 'dorm', atMinute: 7 * 60 + 20 },
      { ...byTheEveningBefore, id: 'library-0740', pointId: 'library', atMinute: 7 * 60 + 40 },
      { ...byTheEveningBefore, id: 'evening-1810', pointId: 'evening', atMinute: 18 * 60 + 10 },
    ],
  },
  secondsPerUnit: 90,
  paused: false,
  soldOut: { 'basque-1': true },
  daily: { [LIMITED_SKU]: LIMITED_UNITS },
  tables: ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8'],
}
const library: StoreRow = {
  id: 'library',
  order: 2,
  name: '图书馆店',
  address: '图书馆一楼西侧，还书机旁边',
  phone: '0571-00000026',
  lat: 30.26702,
  lng: 120.12714,
  hours: [
    { from: 7 * 60, to: 10 * 60 + 30 },
    { from: 13 * 60, to: 17 * 60 },
  ],
  specialDays: {},
  ways: ['pickup'],
  minimumFen: 0,
  delivery: null,
  preorder: null,
  secondsPerUnit: 90,
  paused: false,
  soldOut: { 'xiaolongbao-1': true, 'wonton-s': true, 'wonton-l': true },
  daily: { [LIMITED_SKU]: LIMITED_UNITS },
  tables: [],
}

export const shopRow: ShopRow = {
  _id: 'shop',
  name: '常客咖啡早餐铺',
  notice: '桂花拿铁上新，桂花蜜是店里自己熬的；自带杯不收打包费。',
  menuVersion: menuRow.version,
  stores: { campus, library },
  packaging: [
    { id: 'cup', name: '不要打包袋', feeFen: 0 },
    { id: 'bag', name: '打包袋', feeFen: 50 },
    { id: 'own', name: '自带杯袋', feeFen: 0 },
  ],
  templates: shopTemplates,
  welcomeCampaignId: WELCOME_CAMPAIGN,
  loyalty: {
    pointsPerYuan: 1,
    pointFen: 1,
    mostShareBp: 5000,
    validMonths: 12,
    tiers: [
      { id: 'green', name: '新客', fromFen: 0, priceBp: 10_000, pointsBp: 10_000 },
      { id: 'silver', name: '熟客', fromFen: 20_000, priceBp: 9_800, pointsBp: 12_000 },
      { id: 'gold', name: '常客', fromFen: 60_000, priceBp: 9_500, pointsBp: 15_000 },
    ],
  },
  payWithinMs: 30 * MINUTE_MS,
  acceptance: { remindMs: 5 * MINUTE_MS, refundMs: 15 * MINUTE_MS },
  subMchId: '1900000109',
  pay: { kind: 'cloudPay' },
  uploadsShipping: false,
  nthOrderCampaigns: { 'third-order': 3 },
  programme,
}

/** Who stands behind which counter: the owner behind both, the clerk in the first store. */
export const counterRows = (ownerId: string, clerkId: string): readonly CounterRow[] => [
  {
    _id: campus.id,
    storeName: campus.name,
    staff: { [ownerId]: { role: 'owner', name: '老周' }, [clerkId]: { role: 'clerk', name: '小陈' } },
  },
  { _id: library.id, storeName: library.name, staff: { [ownerId]: { role: 'owner', name: '老周' } } },
]
