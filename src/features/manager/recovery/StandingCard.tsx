import { Text, View } from '@tarojs/components'
import { cx } from '@/ui/cx'
import { dayWords } from './words'
import type { Report } from './store'
import './StandingCard.scss'

type Running = NonNullable<Report['running']>
type Props = { readonly on: boolean; readonly running: Running }

/** Whether it is on, and what the coupon added so far: in sentences, and only once they can be trusted. */
export function StandingCard({ on, running }: Props) {
  const { coupon, startedAt } = running
  return (
    <View className='left-standing'>
      <View className='left-standing__head'>
        <Text className='left-standing__title'>{coupon === null ? '只提醒，不发券' : coupon}</Text>
        <Text className={cx('left-standing__state', on && 'left-standing__state--on')}>
          {on ? '已开启' : '已停用'}
        </Text>
      </View>
      <Text className='left-standing__note'>
        {on ? `${dayWords(startedAt)}起按现在的规则` : '不提醒也不发券，下面是停用前的记录'}
      </Text>
      {coupon === null ? (
        <Text className='left-standing__line'>选一张券，就能比较发券和只提醒，看券带回了多少人。</Text>
      ) : (
        <Comparison {...running} />
      )}
    </View>
  )
}

function Comparison({ treated, control, readoutAt, card }: Running) {
  const figures = [
    { label: '发了券', value: `${treated} 人` },
    { label: '对照（不发）', value: `${control} 人` },
    { label: '看结果', value: dayWords(readoutAt) },
  ]
  return (
    <>
      <View className='left-standing__figures'>
        {figures.map(({ label, value }) => (
          <View key={label} className='left-standing__figure'>
            <Text className='left-standing__number'>{value}</Text>
            <Text className='left-standing__label'>{label}</Text>
          </View>
        ))}
      </View>
      {card.map((line) => (
        <Text key={line} className='left-standing__line'>
          {line}
        </Text>
      ))}
    </>
  )
}
