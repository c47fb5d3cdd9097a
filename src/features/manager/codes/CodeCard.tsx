import { Text, View } from '@tarojs/components'
import { yuan } from '@shared/kernel/money'
import type { ShopCodeView } from '@shared/referral/shop-codes-contract'
import { cx } from '@/ui/cx'
import { CHANNEL_WORDS } from '../channel-words'
import { targetWords } from './words'
import './CodeCard.scss'

type Props = { readonly shopCode: ShopCodeView; readonly onTap: () => void }

/** One code with what came through it. */
export function CodeCard({ shopCode, onTap }: Props) {
  const { label, channel, closedAt, counts } = shopCode
  return (
    <View className={cx('code-card', closedAt !== null && 'code-card--closed')} onClick={onTap}>
      <View className='code-card__head'>
        <Text className='code-card__name'>{label}</Text>
        <Text className='code-card__kind'>{closedAt === null ? CHANNEL_WORDS[channel] : '已关闭'}</Text>
      </View>
      <Text className='code-card__note'>打开到 {targetWords(shopCode)}</Text>
      <View className='code-card__figures'>
        <Figure label='打开' figure={String(counts.visits)} />
        <Figure label='入会' figure={String(counts.joins)} />
        <Figure label='首单' figure={String(counts.firstOrders)} />
        <Figure label='成交' figure={`¥${yuan(counts.gmvFen)}`} />
      </View>
    </View>
  )
}

const Figure = ({ label, figure }: { readonly label: string; readonly figure: string }) => (
  <View className='code-card__figure'>
    <Text className='code-card__number'>{figure}</Text>
    <Text className='code-card__label'>{label}</Text>
  </View>
)
