import { Picker, Text, View } from '@tarojs/components'
import { DAY_MS, shopDateTime, shopDay } from '@shared/kernel/time'
import type { StoreDraft } from '@shared/stores/contract'
import { cloudNow } from '@/platform/clock'
import { Icon } from '@/ui/Icon'
import { Toggle } from '@/ui/Toggle'
import type { Edit } from '../edit'
import { HoursEditor } from '../HoursEditor'
import { Fault, LineInput, Remove } from '../parts'
import { dayWords } from '../words'

type Days = StoreDraft['specialDays']
type Special = Days[string]

/** So far ahead a day can be picked. */
const AHEAD_MS = 400 * DAY_MS
const dateOf = (at: number) => shopDateTime(at).slice(0, 10)

/** Holidays and days with other hours. */
export function SpecialDaysSection({ draft, put, fault }: Edit<StoreDraft>) {
  const days = draft.specialDays
  const set = (day: string, special: Special) => put({ specialDays: { ...days, [day]: special } })
  const remove = (day: string) =>
    put({ specialDays: Object.fromEntries(Object.entries(days).filter(([d]) => d !== day)) })
  const today = shopDay(cloudNow())
  return (
    <>
      <Text className='editor__hint'>放假、提早打烊、延长营业都写在这里；过了的日子会自己消失。</Text>
      {Object.keys(days)
        .filter((day) => day >= today)
        .sort()
        .map((day) => (
          <Day
            key={day}
            day={day}
            special={days[day] ?? { hours: [], note: '' }}
            fault={fault}
            onChange={(special) => set(day, special)}
            onRemove={() => remove(day)}
          />
        ))}
      <Fault words={fault('specialDays')} />
      <AddDay
        days={days}
        onPicked={(day) => {
          if (days[day] === undefined) set(day, { hours: [], note: '' })
        }}
      />
    </>
  )
}

type AddProps = { readonly days: Days; readonly onPicked: (day: string) => void }

/** The wheel begins at the first day that has nothing yet: today, more often than not. */
function AddDay({ days, onPicked }: AddProps) {
  const now = cloudNow()
  let free = now
  while (days[shopDay(free)] !== undefined && free < now + AHEAD_MS) free += DAY_MS
  return (
    <Picker
      mode='date'
      value={dateOf(free)}
      start={dateOf(now)}
      end={dateOf(now + AHEAD_MS)}
      aria-label='加一天'
      onChange={(e) => onPicked(e.detail.value.replaceAll('-', ''))}
    >
      <View className='editor__add'>
        <Icon name='plus' size='s' />
        <Text>加一天</Text>
      </View>
    </Picker>
  )
}

type DayProps = {
  readonly day: string
  readonly special: Special
  readonly fault: (field: string) => string | undefined
  readonly onChange: (special: Special) => void
  readonly onRemove: () => void
}

function Day({ day, special, fault, onChange, onRemove }: DayProps) {
  const field = `specialDays.${day}`
  const open = special.hours.length > 0
  return (
    <View className='editor__card'>
      <View className='editor__row'>
        <Text className='editor__label'>{dayWords(day)}</Text>
        <Text className='editor__note'>{open ? '营业' : '休息'}</Text>
        <Toggle
          label={`${dayWords(day)} ${open ? '营业' : '休息'}`}
          tone='green'
          on={open}
          onChange={(on) => onChange({ ...special, hours: on ? [{ from: 8 * 60, to: 20 * 60 }] : [] })}
        />
        <Remove label={`删掉 ${dayWords(day)}`} onTap={onRemove} />
      </View>
      <Fault words={fault(field)} />
      {open && (
        <HoursEditor
          hours={special.hours}
          field={`${field}.hours`}
          fault={fault}
          onChange={(hours) => onChange({ ...special, hours })}
        />
      )}
      <LineInput
        label={`${dayWords(day)} 说明`}
        value={special.note}
        max={30}
        placeholder='说明，例如：元旦休息'
        onInput={(note) => onChange({ ...special, note })}
      />
      <Fault words={fault(`${field}.note`)} />
    </View>
  )
}
