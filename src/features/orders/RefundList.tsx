import { Text, View } from '@tarojs/components'
import { shopDateTime } from '@shared/kernel/time'
import type { OrderView, RefundView } from '@shared/orders/contract'
import { cx } from '@/ui/cx'
import { Money } from '@/ui/Money'
import './RefundList.scss'

const STATES: Readonly<Record<RefundView['state'], string>> = {
  asked: '已申请',
  processing: '退款中',
  success: '已到账',
  trouble: '正在人工处理',
}

/** 拿铁 ×1、鲜肉小笼 ×2; what no unit stands for is a fee. */
function unitWords({ units, packagingFen, deliveryFen }: RefundView, lines: OrderView['lines']): string {
  return [
    ...units.map(({ line, units: n }) => `${lines[line]?.name ?? '商品'} ×${n}`),
    packagingFen > 0 ? '打包费' : '',
    deliveryFen > 0 ? '配送费' : '',
  ]
    .filter((words) => words !== '')
    .join('、')
}

/** What went back, when, and how far it is; newest first. */
export function RefundList({ order }: { readonly order: OrderView }) {
  if (order.refunds.length === 0) return null
  return (
    <View className='refund-list'>
      <Text className='refund-list__title'>退款</Text>
      {[...order.refunds].reverse().map((refund) => (
        <View key={refund.no} className='refund-row'>
          <View className='refund-row__words'>
            <Text className='refund-row__what'>{unitWords(refund, order.lines)}</Text>
            {refund.reason !== '' && <Text className='refund-row__line'>{refund.reason}</Text>}
            <Text className='refund-row__line'>
              {shopDateTime(refund.at)}
              {refund.points > 0 && ` · 退回 ${refund.points} 积分`}
            </Text>
          </View>
          <View className='refund-row__money'>
            <Money fen={refund.payFen} />
            <Text
              className={cx('refund-row__state', refund.state === 'success' && 'refund-row__state--done')}
            >
              {STATES[refund.state]}
            </Text>
          </View>
        </View>
      ))}
    </View>
  )
}
