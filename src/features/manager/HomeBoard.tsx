import { Text, View } from '@tarojs/components'
import type { Board } from '@shared/manager/contract'
import { cloudNow } from '@/platform/clock'
import { goTo } from '@/platform/navigation'
import { cx } from '@/ui/cx'
import { Icon } from '@/ui/Icon'
import { COLUMNS, ON_ITS_WAY } from './columns'
import { aheadText, boardPath, isUrgent, ROLE_WORDS } from './words'
import './HomeBoard.scss'

type Props = {
  readonly board: Board
  /** Why the last refresh failed; '' when it did not. */
  readonly failed: string
}

/** The store and what waits at its counter; a tap leads there. */
export function HomeBoard({ board, failed }: Props) {
  const stuck = board.orders.filter((o) => o.trouble !== undefined).length
  const urgent = board.orders.filter(isUrgent).length
  return (
    <View className='home-board' onClick={() => goTo(boardPath(board.storeId))}>
      <View className='home-board__head'>
        <Icon name='shop' />
        <Text className='home-board__name'>{board.storeName}</Text>
        <Text className='home-board__role'>{ROLE_WORDS[board.role]}</Text>
        <Text className={cx('home-board__mark', board.paused && 'home-board__mark--off')}>
          {board.paused ? '已暂停接单' : '接单中'}
        </Text>
      </View>
      <Counts board={board} />
      {board.ahead.length > 0 && (
        <Text className='home-board__ahead'>
          之后的预订：{board.ahead.map((day) => aheadText(day, cloudNow())).join('，')}
        </Text>
      )}
      <View className='home-board__foot'>
        <Icon name='bell' size='s' />
        <Text>订单</Text>
        <Text className='home-board__hint'>接单、叫号、交餐、暂停接单</Text>
        <Icon className='home-board__arrow' name='right' size='s' />
      </View>
      {urgent > 0 && <Text className='home-board__trouble'>有 {urgent} 单一直没人接，再不接会自动退款</Text>}
      {stuck > 0 && <Text className='home-board__trouble'>有 {stuck} 单退款卡住了，点这里处理</Text>}
      {failed !== '' && <Text className='home-board__trouble'>{failed}，上面可能不是最新的</Text>}
    </View>
  )
}

function Counts({ board }: { readonly board: Board }) {
  const count = (state: string) => board.orders.filter((o) => o.state === state).length
  const columns = count(ON_ITS_WAY.id) > 0 ? [...COLUMNS, ON_ITS_WAY] : COLUMNS
  return (
    <View className='home-board__counts'>
      {columns.map(({ id, label }) => (
        <View key={id} className='home-board__count'>
          <Text
            className={cx('home-board__number', id === 'paid' && count(id) > 0 && 'home-board__number--now')}
          >
            {count(id)}
          </Text>
          <Text className='home-board__label'>{label}</Text>
        </View>
      ))}
    </View>
  )
}
