import { Text, View } from '@tarojs/components'
import type { Hours } from '@shared/catalogue/contract'
import { Add, ClockPicker, Fault, Remove, replaced, without } from './parts'

type Props = {
  readonly hours: readonly Hours[]
  readonly onChange: (hours: Hours[]) => void
  /** The path of these hours in the form. */
  readonly field: string
  readonly fault: (field: string) => string | undefined
}

const FIRST: Hours = { from: 8 * 60, to: 20 * 60 }

/** A day's stretches of opening, each with its two times. */
export function HoursEditor({ hours, onChange, field, fault }: Props) {
  return (
    <>
      {hours.map((span, i) => {
        const words = fault(`${field}.${i}`)
        return (
          <View key={i}>
            <View className='editor__row'>
              <ClockPicker
                label={`第 ${i + 1} 段开门`}
                minutes={span.from}
                wrong={words !== undefined}
                onChange={(from) => onChange(replaced(hours, i, { from }))}
              />
              <Text>至{span.to < span.from ? '次日' : ''}</Text>
              <ClockPicker
                label={`第 ${i + 1} 段打烊`}
                minutes={span.to}
                end
                wrong={words !== undefined}
                onChange={(to) => onChange(replaced(hours, i, { to }))}
              />
              <View className='editor__label' />
              <Remove label={`删掉第 ${i + 1} 段`} onTap={() => onChange(without(hours, i))} />
            </View>
            <Fault words={words} />
          </View>
        )
      })}
      <Fault words={fault(field)} />
      <Add
        words={hours.length === 0 ? '加营业时间' : '再加一段'}
        onTap={() => onChange([...hours, nextSpan(hours)])}
      />
    </>
  )
}

/** After the last stretch, if the day still has room; what overlaps is named when it is saved. */
function nextSpan(hours: readonly Hours[]): Hours {
  const last = Math.max(0, ...hours.map((h) => h.to))
  if (hours.length === 0 || last >= 23 * 60) return FIRST
  return { from: last + 60, to: Math.min(1440, last + 240) }
}
