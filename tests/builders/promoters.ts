/** Promoters of the test shop: a programme, who takes part in it, and orders that they brought. */
import type { Programme } from '@shared/promoters/contract'
import { NO_BALANCES } from '@shared/promoters/ledger'
import { termsFor } from '@shared/promoters/rates'
import type {
  AccountRow,
  CommissionRow,
  LedgerRow,
  OrderRow,
  PromoterRow,
  ShopRow,
} from '../../cloudfunctions/database/rows'
import { orderRow, pay, place, type Placed, type PlaceInput } from './customer'
import type { Person, TestShop } from './shop'

/** 5 % on everything, 10 % on bread; a week's window; at least ¥1 and at most ¥50 a day, above ¥20 with approval. */
export const programme = (over: Partial<Programme> = {}): Programme => ({
  open: true,
  rateBp: 500,
  categories: { bread: 1000 },
  products: {},
  returnDays: 7,
  minimumFen: 100,
  dailyFen: 5000,
  approvalAboveFen: 2000,
  cash: true,
  transfer: false,
  transferMaxFen: 20_000,
  pointsPerYuan: 100,
  coupons: [],
  terms: '推荐朋友下单，按实付商品金额拿佣金。',
  termsVersion: 1,
  ...over,
})

/** Opens the programme. */
export const openProgramme = (shop: TestShop, over: Partial<Programme> = {}): void =>
  shop.put('settings', { ...shop.row<ShopRow>('settings', 'shop')!, programme: programme(over) })

/** Makes a person a promoter in good standing, as if the owner had accepted them. */
export function makePromoter(shop: TestShop, { memberId }: Person, over: Partial<AccountRow> = {}): void {
  shop.put('promoters', {
    _id: memberId,
    shopId: 'shop',
    state: 'accepted',
    name: '林子',
    note: '',
    termsVersion: 1,
    changedAt: shop.now(),
    reason: '',
  } satisfies PromoterRow)
  shop.put('accounts', {
    _id: memberId,
    ...NO_BALANCES,
    entries: 0,
    earning: true,
    drawn: { day: '', fen: 0 },
    ...over,
  } satisfies AccountRow)
}

/** An order as if the promoter had brought its customer before it was placed. */
export function broughtBy(shop: TestShop, placed: Placed, promoter: string): void {
  const order: OrderRow = { ...orderRow(shop, placed.order.id), promoter }
  const commissionTerms = termsFor(order, shop.row<ShopRow>('settings', 'shop')?.programme)
  shop.put('orders', { ...order, ...(commissionTerms ? { commissionTerms } : {}) })
}

/** A paid order that the promoter brought. */
export async function paidThrough(
  shop: TestShop,
  customer: Person,
  promoter: string,
  over: Partial<PlaceInput> = {},
): Promise<Placed> {
  const placed = await place(customer, over)
  broughtBy(shop, placed, promoter)
  await pay(shop, placed)
  return placed
}

export const accountRow = (shop: TestShop, { memberId }: Person): AccountRow => {
  const row = shop.row<AccountRow>('accounts', memberId)
  if (!row) throw new Error(`no account of ${memberId}`)
  return row
}
export const commissionRow = (shop: TestShop, orderId: string): CommissionRow | null =>
  shop.row<CommissionRow>('commissions', orderId)
export const ledgerRows = (shop: TestShop): LedgerRow[] => shop.rows<LedgerRow>('ledger')
