import { Text, View } from '@tarojs/components'
import { shopDateTime } from '@shared/kernel/time'
import type { MemberStory } from '@shared/manager/member-contract'
import { memberNumber } from '@shared/members/member-code'
import { tierOf } from '@shared/points/account'
import { useShop } from '@/features/catalogue'
import { cloudNow } from '@/platform/clock'
import { PrimaryButton } from '@/ui/PrimaryButton'
import './MemberHead.scss'

type Props = {
  readonly member: MemberStory['member']
  /** Absent for who may not move points. */
  readonly onPoints?: () => void
}

/** Who it is: name and number, tier, points, how often they came. */
export function MemberHead({ member, onPoints }: Props) {
  const loyalty = useShop((s) => s.shop?.loyalty ?? null)
  const { account } = member
  const now = cloudNow()
  const tier = loyalty && tierOf(account, loyalty, now)?.name
  const came =
    account.lastPaidAt === null
      ? '还没付过单'
      : `付过 ${account.paidOrders} 单 · 上次 ${shopDateTime(account.lastPaidAt).slice(0, 10)}`
  return (
    <View className='member-head'>
      <View className='member-head__who'>
        <Text className='member-head__name'>
          {member.nickname === '' ? '没填昵称的会员' : member.nickname}
        </Text>
        {tier && <Text className='member-head__tier'>{tier}</Text>}
      </View>
      <Text className='member-head__facts'>
        {[`会员号 ${memberNumber(member.id)}`, member.phoneMasked].filter(Boolean).join(' · ')}
      </Text>
      <Text className='member-head__facts'>
        {shopDateTime(member.joinedAt).slice(0, 10)} 入会 · {came}
      </Text>
      <View className='member-head__points'>
        <View className='member-head__balance'>
          <Text className='member-head__number'>{member.balance}</Text>
          <Text className='member-head__unit'>积分</Text>
        </View>
        {onPoints !== undefined && (
          <PrimaryButton size='s' tone='plain' onTap={onPoints}>
            调整积分
          </PrimaryButton>
        )}
      </View>
    </View>
  )
}
