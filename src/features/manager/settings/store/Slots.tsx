import { lastOf } from '@shared/kernel/lists'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { StoreDraft } from '@shared/stores/contract'
import { slotSentence } from '@shared/stores/words'
import { Chip } from '@/ui/Chip'
import { cx } from '@/ui/cx'
import { FigureInput } from '../../FigureInput'
import { Add, ChoicePicker, ClockPicker, Fault, Remove, replaced, without } from '../parts'
import { placeholderId } from './ways'

type Preorder = NonNullable<StoreDraft['preorder']>
type Slot = Preorder['slots'][number]
type Props = {
  readonly points: Preorder['points']
  readonly slots: readonly Slot[]
  readonly fault: (field: string) => string | undefined
  readonly onChange: (slots: Slot[]) => void
}

/** The times at which pre-orders are handed out. Each says itself what it promises; one is open for changes at a time. */
export function Slots({ points, slots, fault, onChange }: Props) {
  const [open, setOpen] = useState('')
  const add = () => {
    const slot = nextSlot(points, slots)
    onChange([...slots, slot])
    setOpen(slot.id)
  }
  return (
    <>
      {slots.map((slot, i) => (
        <OneSlot
          key={slot.id}
          at={i}
          slot={slot}
          points={points}
          open={open === slot.id}
          faults={FIELDS.flatMap((name) => fault(`preorder.slots.${i}.${name}`) ?? [])}
          onOpen={() => setOpen(open === slot.id ? '' : slot.id)}
          onChange={(change) => onChange(replaced(slots, i, change))}
          onRemove={() => onChange(without(slots, i))}
        />
      ))}
      <Fault words={fault('preorder.slots')} />
      <Add words='加一个时段' onTap={add} />
    </>
  )
}

type SlotProps = FieldsProps & {
  readonly at: number
  readonly open: boolean
  readonly faults: readonly string[]
  readonly onOpen: () => void
  readonly onRemove: () => void
}

function OneSlot({ at, slot, points, open, faults, onOpen, onChange, onRemove }: SlotProps) {
  const nth = `第 ${at + 1} 个时段`
  const wrong = faults.length > 0
  return (
    <View className={cx('editor__card', wrong && 'editor__card--wrong')} aria-label={nth}>
      <View className='editor__row'>
        <Text className='editor__preview' onClick={onOpen}>
          {slotSentence(slot, points.find((p) => p.id === slot.pointId)?.name ?? '')}
        </Text>
        <Remove label={`删掉${nth}`} onTap={onRemove} />
      </View>
      {faults.map((words) => (
        <Fault key={words} words={words} />
      ))}
      {(open || wrong) && <SlotFields slot={slot} points={points} onChange={onChange} />}
    </View>
  )
}

const FIELDS = ['id', 'pointId', 'atMinute', 'cutoffDays', 'cutoffMinute', 'capacity', 'days'] as const

/** The last one again, an hour later; the first: tomorrow morning, ordered by ten in the evening. */
function nextSlot(points: Preorder['points'], slots: readonly Slot[]): Slot {
  const id = placeholderId('new-s', slots)
  const last = lastOf(slots)
  if (last !== undefined) return { ...last, id, atMinute: Math.min(1439, last.atMinute + 60) }
  const pointId = points[0]?.id ?? ''
  return { id, pointId, atMinute: 7 * 60 + 20, cutoffDays: 1, cutoffMinute: 22 * 60, capacity: 40, days: [] }
}

const AHEAD = ['当天', '前一天', '前两天', '前三天', '前四天', '前五天', '前六天', '前七天']
const WEEK = [1, 2, 3, 4, 5, 6, 0] as const
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六']

type FieldsProps = {
  readonly slot: Slot
  readonly points: Preorder['points']
  readonly onChange: (change: Partial<Slot>) => void
}

function SlotFields({ slot, points, onChange }: FieldsProps) {
  return (
    <>
      <HandOut slot={slot} points={points} onChange={onChange} />
      <View className='editor__row'>
        <ChoicePicker
          label='截单日'
          options={AHEAD}
          chosen={slot.cutoffDays}
          onChange={(cutoffDays) => onChange({ cutoffDays })}
        />
        <ClockPicker
          label='截单时间'
          minutes={slot.cutoffMinute}
          onChange={(cutoffMinute) => onChange({ cutoffMinute })}
        />
        <Text>前下单</Text>
      </View>
      <View className='editor__row'>
        <Text className='editor__label'>最多</Text>
        <FigureInput
          label='最多份数'
          unit='份'
          value={slot.capacity}
          onChange={(capacity) => onChange({ capacity })}
        />
      </View>
      <Days days={slot.days} onChange={(days) => onChange({ days })} />
    </>
  )
}

function HandOut({ slot, points, onChange }: FieldsProps) {
  return (
    <View className='editor__row'>
      <Text>在</Text>
      <ChoicePicker
        label='取餐点'
        options={points.map((p) => (p.name === '' ? '（还没起名）' : p.name))}
        chosen={points.findIndex((p) => p.id === slot.pointId)}
        onChange={(i) => onChange({ pointId: points[i]?.id ?? '' })}
      />
      <ClockPicker label='取餐时间' minutes={slot.atMinute} onChange={(atMinute) => onChange({ atMinute })} />
      <Text>取</Text>
    </View>
  )
}

type DaysProps = { readonly days: readonly number[]; readonly onChange: (days: number[]) => void }

/** Every day is no day in particular. */
function Days({ days, onChange }: DaysProps) {
  const toggle = (day: number) => {
    const shown = days.length === 0 ? [...WEEK] : days
    const next = WEEK.filter((d) => shown.includes(d) !== (d === day))
    onChange(next.length === WEEK.length ? [] : next)
  }
  return (
    <View className='editor__chips editor__days'>
      {WEEK.map((day) => (
        <Chip
          key={day}
          label={WEEKDAYS[day] ?? ''}
          on={days.length === 0 || days.includes(day)}
          onTap={() => toggle(day)}
        />
      ))}
    </View>
  )
}
