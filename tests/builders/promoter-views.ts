/** What the promoters' office shows, for component tests. */
import type { Programme } from '@shared/promoters/contract'
import { NO_BALANCES } from '@shared/promoters/ledger'
import type { MaterialCard } from '@shared/promoters/materials-contract'
import type { PayoutCard, PromoterCard } from '@shared/promoters/office-contract'
import { NO_PROGRAMME } from '@shared/promoters/programme'
import { NOW } from './shop-views'

export const aPromoter = (over: Partial<PromoterCard> = {}): PromoterCard => ({
  memberId: 'm0123456789abcdefgh',
  name: '林子',
  note: '住三号楼',
  state: 'applied',
  termsVersion: 1,
  changedAt: NOW,
  reason: '',
  account: null,
  ...over,
})
export const anAccepted = aPromoter({
  state: 'accepted',
  account: { ...NO_BALANCES, pendingFen: 150, availableFen: 2000 },
})
export const aPayout = (over: Partial<PayoutCard> = {}): PayoutCard => ({
  no: 'w0000000001',
  memberId: 'm0123456789abcdefgh',
  name: '林子',
  fen: 2000,
  way: 'cash',
  state: 'requested',
  requestedAt: NOW,
  endedAt: null,
  confirmBy: null,
  stopping: false,
  trouble: null,
  note: '',
  ...over,
})
/** Open, 5 % on everything, ways and terms that stand. */
export const aProgramme = (over: Partial<Programme> = {}): Programme => ({
  ...NO_PROGRAMME,
  open: true,
  rateBp: 500,
  terms: '推荐朋友下单，按实付商品金额拿佣金。',
  termsVersion: 1,
  ...over,
})
export const aMaterial = (over: Partial<MaterialCard> = {}): MaterialCard => ({
  id: 'mat-latte-1',
  productId: 'latte',
  title: '早八一杯拿铁',
  text: '路过就能取，不用等。',
  pictures: ['cloud://test/materials/mat-latte-1/a.jpg'],
  savedAt: NOW,
  ...over,
})
