import { shopDateTime, type Instant } from '../kernel/time'
import type { Offer } from './contract'

/** How long its coupon can be used: 领取后 7 天内有效, 12-01 至 12-31 有效. */
export function validityWords({ validity }: Pick<Offer, 'validity'>): string {
  if (validity.kind === 'days')
    return validity.days === 1 ? '领取当天有效' : `领取后 ${validity.days} 天内有效`
  const day = (at: Instant) => shopDateTime(at).slice(0, 10)
  return `${day(validity.startAt)} 至 ${day(validity.endAt - 1)} 有效`
}
