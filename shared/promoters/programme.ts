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
  transfer: false,
  transferMaxFen: 20_000,
  pointsPerYuan: 0,
  coupons: [],
  terms: '',
  termsVersion: 0,
}

/** The programme of a shop; one that was stored before a field came is filled up with what holds then. */
export const programmeOf = ({ programme }: { readonly programme?: Programme }): Programme => ({
  ...NO_PROGRAMME,
  ...programme,
})

/** What everybody may read of it: what goods pay is told to accepted promoters alone. */
export function offerOf({ rateBp: _rate, categories: _own, products: _too, ...offer }: Programme): Offer {
  return { ...offer, coupons: [...offer.coupons] }
}
