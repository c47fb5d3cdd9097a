import { Text, View } from '@tarojs/components'
import { yuan } from '@shared/kernel/money'
import type { Instant } from '@shared/kernel/time'
import type { OrderView } from '@shared/orders/contract'
import { useShop, whenWords } from '@/features/catalogue'
import { clockLeft } from '@/features/coupons'
import { cx } from '@/ui/cx'
import { Icon } from '@/ui/Icon'
import { Money } from '@/ui/Money'
import { useOrder } from './order'
import { acceptanceWords, queueWords, stateLabel, stateWords, stepsOf, type Step } from './steps'
import './OrderHero.scss'

type Props = {
  readonly order: OrderView
  readonly now: Instant
  /** WeChat said paid, the cloud has not heard of it yet. */
  readonly confirming: boolean
}

/** The top of an order's page: what the customer looks for first, by the way it goes. */
export function OrderHero({ order, now, confirming }: Props) {
  if (order.state === 'pendingPay') return <Unpaid order={order} now={now} confirming={confirming} />
  const steps = stepsOf(order)
  const ready = order.state === 'ready' && order.way !== 'delivery'
  return (
    <View className={cx('order-hero', ready && 'order-hero--ready')}>
      {steps.length === 0 ? <Ended order={order} /> : <OnItsWay order={order} now={now} />}
      {steps.length > 0 && order.state !== 'done' && <Steps steps={steps} />}
    </View>
  )
}

function OnItsWay({ order, now }: Pick<Props, 'order' | 'now'>) {
  const queue = useOrder((s) => s.queue)
  const ride = useShop((s) => s.shop?.stores.find((x) => x.id === order.storeId)?.delivery?.minutes ?? 0)
  const lines = [stateWords(order), queueWords(order, queue, ride, now)]
  const acceptance = acceptanceWords(order, now)
  return (
    <>
      {order.way === 'delivery' ? <Delivery order={order} /> : <Pickup order={order} now={now} />}
      {lines
        .filter((words) => words !== '')
        .map((words) => (
          <Text key={words} className='order-hero__words'>
            {words}
          </Text>
        ))}
      {acceptance !== '' && <Text className='order-hero__small'>{acceptance}</Text>}
    </>
  )
}

/** The number that is called; of a pre-order, when and where first. */
function Pickup({ order, now }: Pick<Props, 'order' | 'now'>) {
  const { slot, table } = order
  return (
    <>
      {slot !== null && order.state !== 'done' && (
        <>
          <Text className='order-hero__when'>{whenWords(slot.at, now)}</Text>
          <Text className='order-hero__where'>{slot.pointName}</Text>
          {slot.pointAddress !== '' && <Text className='order-hero__small'>{slot.pointAddress}</Text>}
        </>
      )}
      <Text className='order-hero__label'>{table === null ? '取餐号' : `${table} 桌 · 取餐号`}</Text>
      <Text className='order-hero__code'>{order.pickupCode}</Text>
    </>
  )
}

function Delivery({ order }: { readonly order: OrderView }) {
  return (
    <>
      <Text className='order-hero__label'>外送 · {order.pickupCode} 号</Text>
      <Text className='order-hero__state'>{stateLabel(order)}</Text>
    </>
  )
}

function Steps({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <View className='order-hero__steps'>
      {steps.map((step) => (
        <View
          key={step.name}
          className={cx('order-step', step.reached && 'order-step--reached', step.now && 'order-step--now')}
        >
          <View className='order-step__dot'>{step.reached && <Icon name='check' size='s' />}</View>
          <Text className='order-step__name'>{step.name}</Text>
          <Text className='order-step__at'>{step.at}</Text>
        </View>
      ))}
    </View>
  )
}

function Ended({ order }: { readonly order: OrderView }) {
  const refund = order.state === 'refunding' || order.state === 'refunded'
  return (
    <>
      <Text className='order-hero__state'>{stateLabel(order)}</Text>
      {order.closedReason !== '' && <Text className='order-hero__words'>{order.closedReason}</Text>}
      {refund && (
        <Text className='order-hero__words'>
          {order.state === 'refunded'
            ? `¥${yuan(order.refundedFen)} 已原路退回`
            : `¥${yuan(order.payFen)} 正在原路退回，一般几分钟内到账`}
        </Text>
      )}
    </>
  )
}

function Unpaid({ order, now, confirming }: Props) {
  const leftMs = order.payBefore - now
  if (confirming) {
    return (
      <View className='order-hero'>
        <Text className='order-hero__state'>正在确认支付</Text>
        <Text className='order-hero__words'>微信已经付好，门店马上收到</Text>
      </View>
    )
  }
  return (
    <View className='order-hero'>
      <Text className='order-hero__label'>待支付</Text>
      <View className='order-hero__due'>
        <Money fen={order.payFen} size='xl' />
      </View>
      <Text className='order-hero__words'>
        {leftMs > 0
          ? `请在 ${clockLeft(leftMs)} 内支付，${stateWords(order)}`
          : '已超过支付时间，正在取消订单'}
      </Text>
    </View>
  )
}
