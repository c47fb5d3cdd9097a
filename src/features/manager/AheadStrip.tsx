import { Text, View } from '@tarojs/components'
import type { Instant } from '@shared/kernel/time'
import type { Board } from '@shared/manager/contract'
import { goTo } from '@/platform/navigation'
import { Icon } from '@/ui/Icon'
import { waitingAhead } from './announce'
import { aheadPath, aheadText } from './words'
import './AheadStrip.scss'

type Props = { readonly board: Board; readonly now: Instant }

/** How much is ordered for later days, and how much of it nobody has accepted: beside today's work, not among it. */
export function AheadStrip({ board, now }: Props) {
  const [first] = board.ahead
  if (first === undefined) return null
  const waiting = waitingAhead(board)
  return (
    <View className='ahead-strip' onClick={() => goTo(aheadPath(board.storeId, first.day))}>
      <Icon name='clock' />
      <View className='ahead-strip__words'>
        <Text className='ahead-strip__title'>之后的预订</Text>
        <Text className='ahead-strip__days'>{board.ahead.map((day) => aheadText(day, now)).join('，')}</Text>
      </View>
      {waiting > 0 && <Text className='ahead-strip__waiting'>{waiting} 单待接</Text>}
      <Icon name='right' size='s' />
    </View>
  )
}
