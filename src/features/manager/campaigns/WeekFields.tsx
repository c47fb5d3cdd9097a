import { Text, View } from '@tarojs/components'
import { daysWords } from '@shared/coupons/scope-words'
import { cx } from '@/ui/cx'
import { Icon } from '@/ui/Icon'
import { toggled } from './CheckList'
import { edit } from './editor'
import type { HoursForm } from './form'
import { placeId } from './faults'
import { useForm } from './form-context'
import { Pick, Row } from './FormParts'
import { endTime, pickerTime } from './moments'
import './WeekFields.scss'

/** Monday first; 0 is Sunday. */
const WEEK = [1, 2, 3, 4, 5, 6, 0]
const NAMES = ['日', '一', '二', '三', '四', '五', '六']
const MOST_HOURS = 4
const AFTERNOON: HoursForm = { from: '14:00', to: '17:00' }

/** Days of the week and hours in which it can be used. */
export function WeekFields() {
  const { hours } = useForm().form
  return (
    <>
      <Days />
      <Row place='terms.hours' label='可用时段' {...(hours.length > 0 ? {} : { hint: '不加就是全天都能用' })}>
        {hours.length < MOST_HOURS && (
          <View className='week__more' onClick={() => edit({ hours: [...hours, AFTERNOON] })}>
            <Icon name='plus' size='s' />
            <Text>加一段</Text>
          </View>
        )}
      </Row>
      {hours.map((one, i) => (
        <Hours
          key={i}
          hours={one}
          onChange={(changed) => edit({ hours: hours.map((was, at) => (at === i ? changed : was)) })}
          onRemove={() => edit({ hours: hours.filter((_, at) => at !== i) })}
        />
      ))}
    </>
  )
}

function Days() {
  const { form, faults } = useForm()
  const { days } = form
  const fault = faults.get('terms.days')
  return (
    <View className='form-block' id={placeId('terms.days')}>
      <Text className='form-block__label'>可用星期</Text>
      <View className='week'>
        {WEEK.map((day) => (
          <View
            key={day}
            className={cx('week__day', days.includes(day) && 'week__day--on')}
            aria-label={`周${NAMES[day] ?? ''}`}
            onClick={() => edit({ days: toggled(days, day).sort() })}
          >
            {NAMES[day]}
          </View>
        ))}
      </View>
      <Text className={cx('form-block__hint', fault !== undefined && 'form-block__hint--wrong')}>
        {fault ?? (days.length === 0 ? '不选就是每天都能用' : `${daysWords(days)}可用`)}
      </Text>
    </View>
  )
}

type HoursProps = {
  readonly hours: HoursForm
  readonly onChange: (hours: HoursForm) => void
  readonly onRemove: () => void
}

function Hours({ hours, onChange, onRemove }: HoursProps) {
  return (
    <View className='week__hours'>
      <Pick mode='time' label='从' value={hours.from} onPick={(from) => onChange({ ...hours, from })} />
      <Text className='week__to'>到</Text>
      <Pick
        mode='time'
        label='到'
        value={pickerTime(hours.to)}
        words={hours.to}
        onPick={(to) => onChange({ ...hours, to: endTime(to) })}
      />
      <View className='week__remove' aria-label='删掉这一段' onClick={onRemove}>
        <Icon name='trash' />
      </View>
    </View>
  )
}
