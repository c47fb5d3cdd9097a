import type { Gate } from '../facts'

/** One such coupon buys silence for a while (30 days): what comes every time is waited for. */
export const coolDown: Gate = ({ given, now }, { coolDownMs }) =>
  given.some(({ at }) => at > now - coolDownMs)
