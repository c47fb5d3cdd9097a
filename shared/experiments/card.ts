import { yuan, type Fen } from '../kernel/money'
import { shopDay } from '../kernel/time'
import type { Interval } from './interval'
import type { Readout } from './readout'

/** The one card that anybody can read: what a campaign added over doing nothing, in the owner's words. */
export function cardOf(readout: Readout): readonly string[] {
  if (readout.state === 'tooEarly') {
    const day = shopDay(readout.readoutAt)
    const on = `${Number(day.slice(4, 6))}月${Number(day.slice(6, 8))}日`
    return readout.more > 0
      ? [`数据还不够：每组还差 ${readout.more} 人。`, `${on}以后、人数够了再看，现在看会看走眼。`]
      : [`人数够了，${on}揭晓；提前看会看走眼。`]
  }
  if (readout.state === 'mismatch')
    return [
      `两组人数不对（${readout.treated} 比 ${readout.control}），这次的结果不能信，请联系服务商查一查。`,
    ]
  const { buyersPer100, earnedFen, couponFen } = readout
  return [
    `每提醒 100 人，${people(buyersPer100)}。`,
    `发出去的券花了 ¥${yuan(couponFen)}，${earned(earnedFen)}。`,
  ]
}

function people({ estimate, low, high }: Interval): string {
  const n = Math.round(estimate)
  const told = n === 0 ? '下单的人数没有变化' : n > 0 ? `多 ${n} 人下单` : `少 ${-n} 人下单`
  return `${told}（${change(Math.round(low), '人')}到${change(Math.round(high), '人')}之间）`
}

function earned({ estimate, low, high }: Interval): string {
  const told = estimate < 0 ? `扣掉之后少赚 ¥${rough(-estimate)}` : `扣掉之后多赚 ¥${rough(estimate)}`
  return `${told}（${money(low)} 到${money(high)} 之间）`
}

const change = (n: number, unit: string): string => (n < 0 ? `少 ${-n} ${unit}` : `多 ${n} ${unit}`)
const money = (fen: Fen): string => (fen < 0 ? `少 ¥${rough(-fen)}` : `多 ¥${rough(fen)}`)
/** Whole yuan: an interval this wide has no cents. */
const rough = (fen: Fen): string => yuan(Math.round(fen / 100) * 100)
