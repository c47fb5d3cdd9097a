import type { StoreDraft } from './contract'
import { countFault, faultIf, idFaults, isWhole, nameFaults, textFault, type FieldFault } from './fault'
import { DAY_MINUTES } from './hours-faults'

type Preorder = NonNullable<StoreDraft['preorder']>
type Slot = Preorder['slots'][number]

const MOST_DAYS_AHEAD = 14
const MOST_POINTS = 30
const MOST_SLOTS = 100
const MOST_UNITS = 9999

/** What contradicts itself in what can be ordered ahead. */
export function preorderFaults(preorder: Preorder): FieldFault[] {
  const { daysAhead, points, slots } = preorder
  return [
    ...countFault('preorder.daysAhead', daysAhead, 0, MOST_DAYS_AHEAD, '提前天数'),
    ...faultIf(points.length > MOST_POINTS, 'preorder.points', `取餐点最多 ${MOST_POINTS} 个`),
    ...points.flatMap(({ name, address }, i) => [
      ...textFault(`preorder.points.${i}.name`, name, 20, '取餐点名称'),
      ...faultIf(address.trim().length > 60, `preorder.points.${i}.address`, '具体位置最多 60 个字'),
    ]),
    ...idFaults(
      'preorder.points',
      points.map((p) => p.id),
    ),
    ...nameFaults(
      'preorder.points',
      points.map((p) => p.name),
    ),
    ...faultIf(slots.length > MOST_SLOTS, 'preorder.slots', `取餐时段最多 ${MOST_SLOTS} 个`),
    ...slots.flatMap((slot, i) => slotFaults(`preorder.slots.${i}`, slot, preorder)),
    ...idFaults(
      'preorder.slots',
      slots.map((s) => s.id),
    ),
    ...doubleSlots(slots),
  ]
}

function slotFaults(field: string, slot: Slot, { points, daysAhead }: Preorder): FieldFault[] {
  const { pointId, atMinute, cutoffDays, cutoffMinute, capacity, days } = slot
  return [
    ...faultIf(
      pointId === '' || !points.some((p) => p.id === pointId),
      `${field}.pointId`,
      '这个取餐点已经没有了，请重新选',
    ),
    ...faultIf(
      !isWhole(atMinute, 0, DAY_MINUTES - 1),
      `${field}.atMinute`,
      '取餐时间要在 00:00 到 23:59 之间',
    ),
    ...faultIf(
      !isWhole(cutoffMinute, 0, DAY_MINUTES),
      `${field}.cutoffMinute`,
      '截单时间要在 00:00 到 24:00 之间',
    ),
    ...countFault(`${field}.cutoffDays`, cutoffDays, 0, MOST_DAYS_AHEAD, '提前几天截单'),
    ...faultIf(
      cutoffDays === 0 && cutoffMinute > atMinute,
      `${field}.cutoffMinute`,
      '截单时间晚于取餐时间，来不及做',
    ),
    ...faultIf(
      cutoffDays > daysAhead || (cutoffDays === daysAhead && cutoffDays > 0 && cutoffMinute === 0),
      `${field}.cutoffDays`,
      `只开放提前 ${daysAhead} 天预订，到那时已经截单，没有人订得到`,
    ),
    ...countFault(`${field}.capacity`, capacity, 1, MOST_UNITS, '最多份数'),
    ...faultIf(
      days.some((d) => !isWhole(d, 0, 6)),
      `${field}.days`,
      '星期选得不对，请重新选',
    ),
    ...faultIf(new Set(days).size < days.length, `${field}.days`, '同一天选了两次'),
  ]
}

/** Two slots at one point and time that share a day of the week. */
function doubleSlots(slots: readonly Slot[]): FieldFault[] {
  const share = (a: Slot, b: Slot) =>
    a.days.length === 0 || b.days.length === 0 || a.days.some((d) => b.days.includes(d))
  return slots.flatMap((slot, i) => {
    const first = slots
      .slice(0, i)
      .findIndex((s) => s.pointId === slot.pointId && s.atMinute === slot.atMinute && share(s, slot))
    return faultIf(first >= 0, `preorder.slots.${i}.atMinute`, `和第 ${first + 1} 个时段是同一个时间地点`)
  })
}
