import type { Gate } from '../facts'

/**
 * A coupon is worth giving when the sales it adds earn more than it takes off all the sales it touches:
 * (P(buys with) − P(buys without)) · margin > P(redeems) · discount. Both sides in fen; a tie is not worth a message.
 * While nothing is known yet, coupons are given to find out: the draw keeps a comparison, the budget keeps it small.
 */
export const notWorth: Gate = ({ expected, marginFen, discountFen }) =>
  expected !== null &&
  (expected.buysWith - expected.buysWithout) * marginFen <= expected.redeems * discountFen
