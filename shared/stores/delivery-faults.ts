import { lastOf } from '../kernel/lists'
import { yuan } from '../kernel/money'
import type { StoreDraft } from './contract'
import { countFault, faultIf, isWhole, moneyFault, type FieldFault } from './fault'

type Delivery = NonNullable<StoreDraft['delivery']>

export const LONGEST_WAY_M = 20_000
export const MOST_MINIMUM_FEN = 100_000
const SHORTEST_WAY_M = 100
const MOST_FEE_FEN = 10_000
const MOST_FREE_FROM_FEN = 1_000_000
const MOST_BANDS = 8

/** What contradicts itself in a store's delivery. */
export function deliveryFaults(delivery: Delivery): FieldFault[] {
  const { radiusM, minimumFen, freeFromFen, minutes } = delivery
  return [
    ...countFault('delivery.radiusM', radiusM, SHORTEST_WAY_M, LONGEST_WAY_M, '配送距离（米）'),
    ...moneyFault('delivery.minimumFen', minimumFen, MOST_MINIMUM_FEN, '起送金额'),
    ...(freeFromFen === null ? [] : freeFromFaults(freeFromFen, minimumFen)),
    ...countFault('delivery.minutes', minutes, 5, 240, '路上时间（分钟）'),
    ...bandFaults(delivery),
  ]
}

function freeFromFaults(freeFromFen: number, minimumFen: number): FieldFault[] {
  const field = 'delivery.freeFromFen'
  const amount = moneyFault(field, freeFromFen, MOST_FREE_FROM_FEN, '免配送费的金额')
  if (amount.length > 0) return amount
  if (freeFromFen === 0) return [{ field, sentence: '一律免配送费的话，请把每档配送费改成 0' }]
  return faultIf(
    minimumFen > freeFromFen,
    field,
    `起送就要 ¥${yuan(minimumFen)}，满 ¥${yuan(freeFromFen)} 免配送费等于单单都免`,
  )
}

function bandFaults({ bands, radiusM }: Delivery): FieldFault[] {
  if (bands.length === 0) return [{ field: 'delivery.bands', sentence: '至少要有一档配送费' }]
  const faults = bands.flatMap(({ toM, feeFen }, i) => {
    const field = `delivery.bands.${i}`
    const before = bands[i - 1]
    return [
      ...countFault(`${field}.toM`, toM, 1, LONGEST_WAY_M, '距离（米）'),
      ...moneyFault(`${field}.feeFen`, feeFen, MOST_FEE_FEN, '配送费'),
      ...faultIf(before !== undefined && before.toM >= toM, `${field}.toM`, '要比前一档远，请从近到远填'),
      ...faultIf(
        before !== undefined && before.feeFen > feeFen,
        `${field}.feeFen`,
        '送得更远，反而比前一档便宜',
      ),
    ]
  })
  return [
    ...faultIf(bands.length > MOST_BANDS, 'delivery.bands', `配送费最多分 ${MOST_BANDS} 档`),
    ...faults,
    ...reachFaults(lastOf(bands)?.toM ?? 0, bands.length - 1, radiusM),
  ]
}

/** The last band ends where delivery does: before it there would be no fee, beyond it nobody is. */
function reachFaults(toM: number, last: number, radiusM: number): FieldFault[] {
  if (!isWhole(radiusM, SHORTEST_WAY_M, LONGEST_WAY_M)) return []
  const field = `delivery.bands.${last}.toM`
  return [
    ...faultIf(toM < radiusM, field, `最后一档要到 ${radiusM} 米（配送距离），不然更远的地方没有配送费`),
    ...faultIf(toM > radiusM, field, `配送距离只有 ${radiusM} 米，这一档超出了`),
  ]
}
