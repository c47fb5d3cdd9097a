import type { FraudRule } from './facts'

/** The friend's order goes to the promoter's own door, or rings the promoter's own phone. Families do that too: held. */
export const sameAddress: FraudRule = {
  id: 'sameAddress',
  verdict: 'hold',
  look({ delivery, promoter }) {
    if (delivery === null) return null
    if (promoter.places.includes(delivery.place)) return '好友的外送地址和邀请人的地址相同'
    const phones = [...promoter.phones, ...(promoter.phone === null ? [] : [promoter.phone])]
    return phones.includes(delivery.phone) ? '好友外送留的电话是邀请人的' : null
  },
}
