import { Text, View } from '@tarojs/components'
import { yuan } from '@shared/kernel/money'
import { balanceOf, settled } from '@shared/points/account'
import type { Account, Loyalty } from '@shared/points/contract'
import { endingNext, lastDayText } from '@shared/points/standing'
import { OFFERS, tierColour } from '@/features/members'
import { cloudNow } from '@/platform/clock'
import { goTo } from '@/platform/navigation'
import { cx } from '@/ui/cx'
import './PointsHero.scss'

type Props = { readonly account: Account; readonly loyalty: Loyalty }

/** How many points there are, what they are worth, and which end first. */
export function PointsHero({ account, loyalty }: Props) {
  const now = cloudNow()
  const ending = endingNext(account, now)
  const { owed } = settled(account)
  return (
    <View className={cx('points-hero', `points-hero--${tierColour(account, loyalty, now)}`)}>
      <View className='points-hero__top'>
        <View className='points-hero__sum'>
          <Text className='points-hero__label'>可用积分</Text>
          <View className='points-hero__line'>
            <Text className='points-hero__balance'>{balanceOf(account, now)}</Text>
            {loyalty.pointFen > 0 && (
              <Text className='points-hero__worth'>100 积分抵 ¥{yuan(loyalty.pointFen * 100)}</Text>
            )}
          </View>
        </View>
        <View className='points-hero__exchange' onClick={() => goTo(OFFERS)}>
          <Text>积分兑换</Text>
        </View>
      </View>
      {ending !== null && (
        <Text className='points-hero__note'>
          {ending.points} 积分将在 {lastDayText(ending.endsAt, now)}过期
        </Text>
      )}
      {owed > 0 && <Text className='points-hero__note'>退款收回的积分还差 {owed}，之后赚到的会先补上</Text>}
    </View>
  )
}
