import { Text } from '@tarojs/components'
import { edit } from './editor'
import type { ValidityForm } from './form'
import { useForm, useHasBegun } from './form-context'
import { Chips, Group, NumberRow, Pick, Row } from './FormParts'
import { endTime, pickerTime, type Moment } from './moments'

const KINDS = [
  { id: 'days', name: '领取后几天' },
  { id: 'dates', name: '固定日期' },
] as const

/** How long a coupon is good. */
export function ValidityFields() {
  const { validity } = useForm().form
  const begun = useHasBegun()
  return (
    <Group title='券有效期' {...(begun ? { hint: '已发出的券不变' } : {})}>
      <Chips
        place='validity'
        items={KINDS}
        isOn={(kind) => kind === validity.kind}
        onTap={(kind) => edit({ validity: { ...validity, kind } })}
      />
      {validity.kind === 'days' ? (
        <NumberRow
          whole
          place='validity.days'
          label='领取后几天内有效'
          hint='当天算第一天，到最后一天的半夜为止'
          unit='天'
          placeholder='7'
          value={validity.days}
          onType={(days) => edit({ validity: { ...validity, days } })}
        />
      ) : (
        <Dates validity={validity} />
      )}
    </Group>
  )
}

function Dates({ validity }: { readonly validity: ValidityForm }) {
  return (
    <>
      <DayRow
        place='validity.startAt'
        label='第一天'
        moment={validity.from}
        onPick={(from) => edit({ validity: { ...validity, from } })}
      />
      <DayRow
        place='validity.endAt'
        label='最后一天'
        moment={validity.to}
        onPick={(to) => edit({ validity: { ...validity, to } })}
      />
    </>
  )
}

/** From when to when the campaign gives coupons out. */
export function PeriodFields() {
  const { period } = useForm().form
  return (
    <Group title='活动时间' hint='只在这段时间里发券，发出的券照有效期用'>
      <Row place='startAt' label='开始'>
        <Day moment={period.from} label='开始日期' onPick={(from) => edit({ period: { ...period, from } })} />
        <Pick
          mode='time'
          label='开始时间'
          value={period.from.time}
          onPick={(time) => edit({ period: { ...period, from: { ...period.from, time } } })}
        />
      </Row>
      <Row place='endAt' label='结束'>
        <Day moment={period.to} label='结束日期' onPick={(to) => edit({ period: { ...period, to } })} />
        <Pick
          mode='time'
          label='结束时间'
          value={pickerTime(period.to.time)}
          words={period.to.time}
          onPick={(time) => edit({ period: { ...period, to: { ...period.to, time: endTime(time) } } })}
        />
      </Row>
    </Group>
  )
}

type DayProps = {
  readonly moment: Moment
  readonly label: string
  readonly onPick: (moment: Moment) => void
}

const Day = ({ moment, label, onPick }: DayProps) => (
  <Pick mode='date' label={label} value={moment.day} onPick={(day) => onPick({ ...moment, day })} />
)

/** A day whose time of day is a whole one as a rule; another time stays, and is shown. */
function DayRow({ place, ...props }: DayProps & { readonly place: string }) {
  const { time } = props.moment
  return (
    <Row place={place} label={props.label}>
      <Day {...props} />
      {time !== '00:00' && time !== '24:00' && <Text className='form-row__unit'>{time}</Text>}
    </Row>
  )
}
