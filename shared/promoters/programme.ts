import type { Offer, Programme } from './contract'

/** What a shop has that never set one up. */
export const NO_PROGRAMME: Programme = {
  open: false,
  rateBp: 0,
  categories: {},
  products: {},
  returnDays: 7,
  minimumFen: 100,
  dailyFen: 20_000,
  approvalAboveFen: 5_000,
  cash: true,
  pointsPerYuan: 0,
  coupons: [],
  terms: '',
  termsVersion: 0,
}

/** What everybody may read of it: what goods pay is told to accepted promoters alone. */
export function offerOf({ rateBp: _rate, categories: _own, products: _too, ...offer }: Programme): Offer {
  return { ...offer, coupons: [...offer.coupons] }
}
