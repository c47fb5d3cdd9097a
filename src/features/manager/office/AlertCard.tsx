import { Text, View } from '@tarojs/components'
import { yuan } from '@shared/kernel/money'
import { shopDateTime, shopDayStart } from '@shared/kernel/time'
import type { Alert } from '@shared/manager/office-contract'
import { ALERT_SENTENCES } from '@shared/manager/sentences'
import { copyText } from '@/platform/clipboard'
import { Icon } from '@/ui/Icon'
import { PrimaryButton } from '@/ui/PrimaryButton'
import './AlertCard.scss'

type Props = { readonly alert: Alert; readonly onPutAway: () => void }

const fenText = (fen: number | null) => (fen === null ? '金额不明' : `¥${yuan(fen)}`)

/** One difference: what is wrong, both amounts, and the number to look for on WeChat's platform. */
export function AlertCard({ alert, onPutAway }: Props) {
  return (
    <View className='alert-card'>
      <Text className='alert-card__what'>{ALERT_SENTENCES[alert.kind]}</Text>
      {alert.handled && <Text className='alert-card__handled'>系统已经自动补记或退回，核对一下就好</Text>}
      <View className='alert-card__sums'>
        <Text className='alert-card__sum'>这边 {fenText(alert.hereFen)}</Text>
        <Text className='alert-card__sum'>微信 {fenText(alert.thereFen)}</Text>
      </View>
      <View
        className='alert-card__order'
        aria-label='复制订单编号'
        onClick={() => void copyText(alert.orderId)}
      >
        <Text className='alert-card__id'>
          取餐号 {alert.pickupCode} · {alert.orderId}
        </Text>
        <Icon className='alert-card__copy' name='copy' size='s' />
      </View>
      <View className='alert-card__foot'>
        <Text className='alert-card__day'>{shopDateTime(shopDayStart(alert.day)).slice(0, 10)} 的订单</Text>
        <PrimaryButton size='s' tone='plain' onTap={onPutAway}>
          已处理
        </PrimaryButton>
      </View>
    </View>
  )
}
