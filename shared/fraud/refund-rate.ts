import type { FraudRule } from './facts'

/** Asked from so many earlier friends on; then at this share of them. */
export const ENOUGH = 4
export const SHARE_BP = 5_000

/** Friends who buy, bring the reward, and give everything back. */
export const refundRate: FraudRule = {
  id: 'refundRate',
  verdict: 'hold',
  look({ marks }) {
    const back = marks.filter((mark) => mark.back).length
    return marks.length >= ENOUGH && back * 10_000 >= marks.length * SHARE_BP
      ? `邀请人最近 ${marks.length} 位好友里有 ${back} 位全额退款`
      : null
  },
}
