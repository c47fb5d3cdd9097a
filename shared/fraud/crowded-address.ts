import type { FraudRule } from './facts'

/** From so many earlier friends at one address on. An office is one too: held. */
export const CROWD = 2

/** One promoter's friends all live at one door. */
export const crowdedAddress: FraudRule = {
  id: 'crowdedAddress',
  verdict: 'hold',
  look({ delivery, marks }) {
    if (delivery === null) return null
    const there = marks.filter(({ place }) => place === delivery.place).length
    return there >= CROWD ? `已有 ${there} 位好友的首单送到同一个地址` : null
  },
}
