import { Text, View } from '@tarojs/components'
import type { Terms } from '@shared/coupons/contract'
import { yuan } from '@shared/kernel/money'
import { Icon } from '@/ui/Icon'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { toast } from '@/ui/toast'
import { join } from './store'
import './JoinCard.scss'

type Props = {
  /** What the shop gives to new members; null when nothing. */
  readonly welcome: Terms | null
}

function gift({ benefit, title }: Terms): string {
  if (benefit.kind !== 'amountOff') return title
  return benefit.thresholdFen > 0
    ? `满 ${yuan(benefit.thresholdFen)} 减 ${yuan(benefit.offFen)}`
    : `立减 ¥${yuan(benefit.offFen)}`
}

/** Invites a stranger to join with one tap. Beside it the page mounts a WelcomeDialog for the coupon that comes. */
export function JoinCard({ welcome }: Props) {
  const tap = async () => {
    const failed = await join()
    if (failed !== null) toast(failed)
  }
  return (
    <View className='join-card'>
      <View className='join-card__picture'>
        <Icon name='ticket' size='l' />
      </View>
      <View className='join-card__words'>
        <Text className='join-card__title'>
          {welcome === null ? '加入会员，做这里的常客' : `入会送券，${gift(welcome)}`}
        </Text>
        <Text className='join-card__hint'>一点就好，不用填资料</Text>
      </View>
      <PrimaryButton size='s' onTap={tap}>
        免费入会
      </PrimaryButton>
    </View>
  )
}
