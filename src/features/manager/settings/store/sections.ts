import type { ReactNode } from 'react'
import { hoursText } from '@shared/catalogue/opening'
import { waysWords } from '@shared/coupons/scope-words'
import { lastOf, sortedCopy } from '@shared/kernel/lists'
import { yuan } from '@shared/kernel/money'
import type { StoreDraft } from '@shared/stores/contract'
import type { Edit } from '../edit'
import { dayWords } from '../words'
import { CounterSection } from './CounterSection'
import { DeliverySection } from './DeliverySection'
import { HoursSection } from './HoursSection'
import { InfoSection } from './InfoSection'
import { PreorderSection } from './PreorderSection'
import { SpecialDaysSection } from './SpecialDaysSection'

export type Section<D> = {
  readonly id: string
  readonly title: string
  /** The paths of the form that it edits. */
  readonly fields: readonly string[]
  /** What it says now, in a line or two. */
  readonly summary: (draft: D) => string
  readonly Editor: (edit: Edit<D>) => ReactNode
}

/** What the fields of a store's form are called, by path. */
export const STORE_NAMES: Readonly<Record<string, string>> = {
  name: '店名',
  phone: '电话',
  address: '地址',
  lat: '地图位置',
  lng: '地图位置',
  secondsPerUnit: '制作时间',
  hours: '营业时间',
  specialDays: '节假日',
  ways: '取餐方式',
  minimumFen: '起订金额',
  tables: '桌号',
  delivery: '外送',
  preorder: '预订',
}

export const STORE_SECTIONS: readonly Section<StoreDraft>[] = [
  {
    id: 'info',
    title: '门店信息',
    fields: ['name', 'phone', 'address', 'place', 'secondsPerUnit'],
    summary: ({ name, phone, address }) => `${name} · ${phone}\n${address}`,
    Editor: InfoSection,
  },
  {
    id: 'hours',
    title: '营业时间',
    fields: ['hours'],
    summary: ({ hours }) => hoursText(hours),
    Editor: HoursSection,
  },
  {
    id: 'days',
    title: '节假日',
    fields: ['specialDays'],
    summary: daysSummary,
    Editor: SpecialDaysSection,
  },
  {
    id: 'counter',
    title: '到店取餐',
    fields: ['ways', 'minimumFen', 'tables'],
    summary: counterSummary,
    Editor: CounterSection,
  },
  {
    id: 'delivery',
    title: '外送',
    fields: ['ways', 'delivery'],
    summary: deliverySummary,
    Editor: DeliverySection,
  },
  {
    id: 'preorder',
    title: '预订',
    fields: ['ways', 'preorder'],
    summary: preorderSummary,
    Editor: PreorderSection,
  },
]

function daysSummary({ specialDays }: StoreDraft): string {
  const days = sortedCopy(Object.keys(specialDays))
  const first = days[0]
  if (first === undefined) return '没有安排'
  const special = specialDays[first]
  const what = special === undefined || special.hours.length === 0 ? '休息' : hoursText(special.hours)
  return `${dayWords(first)} ${what}${days.length > 1 ? `，还有 ${days.length - 1} 天` : ''}`
}

function counterSummary({ ways, minimumFen, tables }: StoreDraft): string {
  const here = ways.filter((way) => way === 'pickup' || way === 'dineIn')
  if (here.length === 0) return '没有开'
  const minimum = minimumFen > 0 ? `，¥${yuan(minimumFen)} 起订` : ''
  const seats = ways.includes('dineIn') && tables.length > 0 ? `，${tables.length} 张桌` : ''
  return `${waysWords(here)}${minimum}${seats}`
}

function deliverySummary({ ways, delivery }: StoreDraft): string {
  if (!ways.includes('delivery') || delivery === null) return '没有开'
  const fees = [...new Set([delivery.bands[0]?.feeFen ?? 0, lastOf(delivery.bands)?.feeFen ?? 0])]
  const free = delivery.freeFromFen === null ? '' : `，满 ¥${yuan(delivery.freeFromFen)} 免`
  const fee = fees.map((fen) => `¥${yuan(fen)}`).join('–')
  return `${delivery.radiusM / 1000} 公里内，¥${yuan(delivery.minimumFen)} 起送，配送费 ${fee}${free}`
}

function preorderSummary({ ways, preorder }: StoreDraft): string {
  if (!ways.includes('preorder') || preorder === null) return '没有开'
  return `${preorder.points.length} 个取餐点，${preorder.slots.length} 个时段，最早提前 ${preorder.daysAhead} 天`
}
