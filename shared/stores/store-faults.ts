import { sortedCopy } from '../kernel/lists'
import type { StoreDraft } from './contract'
import { deliveryFaults, MOST_MINIMUM_FEN } from './delivery-faults'
import { countFault, faultIf, moneyFault, repeats, textFault, type FieldFault } from './fault'
import { hoursFaults, specialDayFaults } from './hours-faults'
import { preorderFaults } from './preorder-faults'

/** Mainland China and its waters, generously: what lies outside is a mistyped or a missing place. GCJ-02 degrees. */
const CHINA = { lat: [3.5, 53.6], lng: [73.4, 135.1] } as const
/** 手机, 座机 with its area code and an extension, 400 and 95 numbers. */
const PHONE = /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(-\d{1,6})?|[48]00-?\d{3}-?\d{4}|95\d{3,6})$/
const MOST_TABLES = 200
const TABLE_MOST = 10

/** A store's form without the special days that are over by `today` (`YYYYMMDD`), hours in their order. */
export function tidyStore(draft: StoreDraft, today: string): StoreDraft {
  const inOrder = (hours: StoreDraft['hours']) => sortedCopy(hours, (a, b) => a.from - b.from)
  const days = Object.entries(draft.specialDays)
    .filter(([day]) => day >= today)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, special]) => [day, { ...special, hours: inOrder(special.hours) }] as const)
  return { ...draft, hours: inOrder(draft.hours), specialDays: Object.fromEntries(days) }
}

/**
 * Everything that contradicts itself or another field in a store's form, each with its field and a sentence for the
 * owner; [] for a form that can be saved. Phone and cloud ask the same.
 */
export function storeFaults(draft: StoreDraft): FieldFault[] {
  const { delivery, preorder } = draft
  return [
    ...textFault('name', draft.name, 20, '店名'),
    ...textFault('address', draft.address, 60, '地址'),
    ...faultIf(!PHONE.test(draft.phone.trim()), 'phone', '电话要填手机号，或带区号的座机：0571-88880000'),
    ...placeFaults(draft),
    ...faultIf(draft.hours.length === 0, 'hours', '至少要有一段营业时间；临时停业请用「暂停接单」'),
    ...hoursFaults('hours', draft.hours),
    ...specialDayFaults(draft.specialDays),
    ...wayFaults(draft),
    ...moneyFault('minimumFen', draft.minimumFen, MOST_MINIMUM_FEN, '起订金额'),
    ...(delivery === null ? [] : deliveryFaults(delivery)),
    ...(preorder === null ? [] : preorderFaults(preorder)),
    ...tableFaults(draft.tables),
    ...countFault('secondsPerUnit', draft.secondsPerUnit, 5, 3600, '每份制作时间（秒）'),
  ]
}

function placeFaults({ lat, lng }: StoreDraft): FieldFault[] {
  const inside = (n: number, [from, to]: readonly [number, number]) => n >= from && n <= to
  return faultIf(
    !inside(lat, CHINA.lat) || !inside(lng, CHINA.lng),
    'place',
    '门店位置不在国内，请在地图上重新选',
  )
}

function wayFaults({ ways, delivery, preorder }: StoreDraft): FieldFault[] {
  return [
    ...faultIf(ways.length === 0, 'ways', '至少要开一种取餐方式；临时停业请用「暂停接单」'),
    ...faultIf(new Set(ways).size < ways.length, 'ways', '同一种取餐方式选了两次'),
    ...faultIf(ways.includes('delivery') && delivery === null, 'ways', '开了外送，还要填配送范围和配送费'),
    ...faultIf(
      ways.includes('preorder') && (preorder?.slots.length ?? 0) === 0,
      'ways',
      '开了预订，还要至少加一个取餐时段',
    ),
  ]
}

function tableFaults(tables: readonly string[]): FieldFault[] {
  return [
    ...faultIf(tables.length > MOST_TABLES, 'tables', `桌号最多 ${MOST_TABLES} 个`),
    ...tables.flatMap((table, i) => textFault(`tables.${i}`, table, TABLE_MOST, '桌号')),
    ...repeats(tables.map((t, i) => t.trim() || `empty ${i}`)).map(({ at }) => ({
      field: `tables.${at}`,
      sentence: `桌号 ${tables[at]} 写了两次`,
    })),
  ]
}
