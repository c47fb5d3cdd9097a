import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { yuan } from '@shared/kernel/money'
import type { Member } from '@shared/members/contract'
import { balanceOf } from '@shared/points/account'
import type { Loyalty, Tier } from '@shared/points/contract'
import { endingSoonText, perksOf, standingOf, type Standing } from '@shared/points/standing'
import { cloudNow } from '@/platform/clock'
import { goTo } from '@/platform/navigation'
import { picture } from '@/platform/picture'
import { cx } from '@/ui/cx'
import { Icon } from '@/ui/Icon'
import { Picture } from '@/ui/Picture'
import { CODE, POINTS, PROFILE } from './paths'
import { tierColour } from './tier-colour'
import { TierSheet } from './TierSheet'
import './MemberCard.scss'

type Props = { readonly member: Member; readonly loyalty: Loyalty }

/** The member's card in the colour of their tier: who, points, the way to the next tier, what this one brings. */
export function MemberCard({ member, loyalty }: Props) {
  const [showing, setShowing] = useState(false)
  const now = cloudNow()
  const standing = standingOf(member.account, loyalty, now)
  const colour = tierColour(member.account, loyalty, now)
  return (
    <>
      <View className={cx('member-card', `member-card--${colour}`)}>
        <Who member={member} tier={standing?.tier ?? null} />
        {loyalty.pointsPerYuan > 0 && (
          <Points
            balance={balanceOf(member.account, now)}
            ending={endingSoonText(member.account, now)}
            perks={perksOf(standing?.tier ?? null, loyalty).map(({ name, value }) => `${name} ${value}`)}
          />
        )}
        {standing !== null && <Progress standing={standing} onTap={() => setShowing(true)} />}
      </View>
      {standing !== null && (
        <TierSheet open={showing} loyalty={loyalty} standing={standing} onClose={() => setShowing(false)} />
      )}
    </>
  )
}

function Who({ member, tier }: { readonly member: Member; readonly tier: Tier | null }) {
  const name = member.nickname === '' ? '常客' : member.nickname
  return (
    <View className='member-card__top'>
      <View className='member-card__who' aria-label='个人资料' onClick={() => goTo(PROFILE)}>
        <Picture className='member-avatar' src={picture(member.avatar)} icon='person' />
        <View className='member-card__words'>
          <View className='member-card__line'>
            <Text className='member-card__name'>{name}</Text>
            {tier !== null && <Text className='member-card__tier'>{tier.name}</Text>}
          </View>
          <View className='member-card__edit'>
            <Text>个人资料</Text>
            <Icon name='right' size='s' />
          </View>
        </View>
      </View>
      <View className='member-card__code' onClick={() => goTo(CODE)}>
        <Icon name='qr' />
        <Text>会员码</Text>
      </View>
    </View>
  )
}

type PointsProps = {
  readonly balance: number
  /** Points that end soon, in words. */
  readonly ending: string | null
  readonly perks: readonly string[]
}

function Points({ balance, ending, perks }: PointsProps) {
  return (
    <View className='member-card__points' aria-label={`${balance} 积分`} onClick={() => goTo(POINTS)}>
      <Text className='member-card__balance'>{balance}</Text>
      <Text className='member-card__unit'>积分</Text>
      <View className='member-card__go'>
        <Icon name='right' size='s' />
      </View>
      <Text className='member-card__note'>{ending ?? perks.join(' · ')}</Text>
    </View>
  )
}

type ProgressProps = { readonly standing: Standing; readonly onTap: () => void }

function Progress({ standing, onTap }: ProgressProps) {
  const { next, missingFen, progressBp } = standing
  return (
    <View className='member-card__way' onClick={onTap}>
      <View className='member-card__track'>
        <View className='member-card__bar' style={{ width: `${progressBp / 100}%` }} />
      </View>
      <View className='member-card__caption'>
        <Text>
          {next === null ? '已是最高等级，谢谢你常来' : `再消费 ¥${yuan(missingFen)} 升级${next.name}`}
        </Text>
        <View className='member-card__perks'>
          <Text>等级权益</Text>
          <Icon name='right' size='s' />
        </View>
      </View>
    </View>
  )
}
