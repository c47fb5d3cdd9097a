import { Text, View } from '@tarojs/components'
import { shopDateTime } from '@shared/kernel/time'
import type { BoardOrder } from '@shared/manager/contract'
import type { RefundView } from '@shared/orders/contract'
import { cx } from '@/ui/cx'
import { Money } from '@/ui/Money'
import { whatGoesBack } from './refund-choice'
import './RefundHistory.scss'

const STATES: Readonly<Record<RefundView['state'], string>> = {
  asked: '已申请',
  processing: '退款中',
  success: '已到账',
  trouble: '没退成功',
}
const BY: Readonly<Record<RefundView['by'], string>> = {
  customer: '顾客申请',
  shop: '门店退款',
  system: '自动退款',
}

/** What was given back of an order so far, the newest first. */
export function RefundHistory({ order }: { readonly order: Pick<BoardOrder, 'lines' | 'refunds'> }) {
  if (order.refunds.length === 0) return null
  return (
    <View className='refund-history'>
      <Text className='refund-history__title'>退款记录</Text>
      {[...order.refunds].reverse().map((refund) => (
        <View key={refund.no} className='refund-history__row'>
          <View className='refund-history__words'>
            <Text className='refund-history__what'>{whatGoesBack(order, refund)}</Text>
            <Text className='refund-history__why'>
              {shopDateTime(refund.at).slice(5)} {BY[refund.by]}
              {refund.reason !== '' && ` · ${refund.reason}`}
            </Text>
          </View>
          <View className='refund-history__sum'>
            <Money fen={refund.payFen} />
            <Text className={cx('refund-history__state', `refund-history__state--${refund.state}`)}>
              {STATES[refund.state]}
            </Text>
          </View>
        </View>
      ))}
    </View>
  )
}
