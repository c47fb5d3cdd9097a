import { Text, View } from '@tarojs/components'
import { yuan } from '@shared/kernel/money'
import type { Quote } from '@shared/orders/contract'
import { Toggle } from '@/ui/Toggle'
import './PointsRow.scss'

type Props = {
  readonly quote: Pick<Quote, 'points' | 'pointsOffFen' | 'usablePoints' | 'usablePointsFen'>
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}

/** What points would pay, and the switch; nothing where there are none to spend. */
export function PointsRow({ quote, on, onChange }: Props) {
  const { points, pointsOffFen, usablePoints, usablePointsFen } = quote
  if (usablePoints === 0 && !on) return null
  const words =
    usablePoints === 0
      ? '这一单用不上积分'
      : on && points > 0
        ? `已用 ${points} 积分抵 ¥${yuan(pointsOffFen)}`
        : `可用 ${usablePoints} 积分抵 ¥${yuan(usablePointsFen)}`
  return (
    <View className='points-row'>
      <Text className='points-row__label'>积分</Text>
      <Text className='points-row__words'>{words}</Text>
      <Toggle on={on} label='用积分抵扣' onChange={onChange} />
    </View>
  )
}
