import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { yuan } from '@shared/kernel/money'
import type { Instant } from '@shared/kernel/time'
import { can } from '@shared/orders/can'
import type { OrderView } from '@shared/orders/contract'
import { Dialog } from '@/ui/Dialog'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { toast } from '@/ui/toast'
import { cancelOrder, payOrder, receiveOrder, refundOrder } from './order'
import { reorder } from './reorder'
import './OrderActions.scss'

async function run(deed: () => Promise<string | null>) {
  const words = await deed()
  if (words !== null) toast(words)
}

/** Whether there is anything to tap on this order: else no bar shows. */
export const hasActions = (order: OrderView, confirming: boolean): boolean =>
  (can.cancel(order) && !confirming) || canGiveUp(order) || can.receive(order) || can.reorder(order)

/** Paid, and nobody has accepted it: everything can still go back. */
const canGiveUp = ({ state }: OrderView): boolean => state === 'paid'

type Props = { readonly order: OrderView; readonly now: Instant }

/** 继续支付 and 取消 while unpaid, 申请退款 until it is accepted, 确认收到 of a delivery, 再来一单 when it is over. */
export function OrderActions({ order, now }: Props) {
  if (can.reorder(order)) {
    return (
      <PrimaryButton size='l' onTap={() => reorder(order)}>
        再来一单
      </PrimaryButton>
    )
  }
  if (can.receive(order)) return <Receive />
  return canGiveUp(order) ? <GiveUp order={order} /> : <Unpaid order={order} now={now} />
}

function GiveUp({ order }: { readonly order: OrderView }) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <PrimaryButton tone='plain' size='l' onTap={() => setAsking(true)}>
        申请退款
      </PrimaryButton>
      <Dialog
        open={asking}
        title='退掉这一单？'
        confirmText='申请退款'
        cancelText='再等等'
        danger
        onCancel={() => setAsking(false)}
        onConfirm={async () => {
          await run(refundOrder)
          setAsking(false)
        }}
      >
        <Text>{giveUpWords(order)}</Text>
      </Dialog>
    </>
  )
}

function Receive() {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <PrimaryButton tone='plain' size='l' onTap={() => setAsking(true)}>
        确认收到
      </PrimaryButton>
      <Dialog
        open={asking}
        title='已经收到了？'
        confirmText='收到了'
        cancelText='还没有'
        onCancel={() => setAsking(false)}
        onConfirm={async () => {
          await run(receiveOrder)
          setAsking(false)
        }}
      >
        <Text>确认后订单就完成了。少了或洒了，可以打电话请门店处理。</Text>
      </Dialog>
    </>
  )
}

/** 门店还没接单。¥13 原路退回，用的券和 320 积分也会还给你。 */
function giveUpWords({ payFen, couponIds, points }: OrderView): string {
  const back = [couponIds.length > 0 ? '用的券' : '', points > 0 ? `${points} 积分` : ''].filter(
    (x) => x !== '',
  )
  const also = back.length === 0 ? '' : `，${back.join('和')}也会还给你`
  return payFen > 0
    ? `门店还没接单。¥${yuan(payFen)} 会原路退回${also}。`
    : `门店还没接单，可以不要了${also}。`
}

function Unpaid({ order, now }: Props) {
  const [asking, setAsking] = useState(false)
  return (
    <View className='order-actions'>
      <PrimaryButton tone='plain' size='l' onTap={() => setAsking(true)}>
        取消订单
      </PrimaryButton>
      <PrimaryButton
        className='order-actions__pay'
        size='l'
        disabled={!can.pay(order, now)}
        onTap={() => run(payOrder)}
      >
        继续支付
      </PrimaryButton>
      <Dialog
        open={asking}
        title='取消这个订单？'
        confirmText='取消订单'
        cancelText='再想想'
        danger
        onCancel={() => setAsking(false)}
        onConfirm={async () => {
          await run(cancelOrder)
          setAsking(false)
        }}
      >
        <Text>还没有付款。取消后，用的券会回到「我的优惠券」。</Text>
      </Dialog>
    </View>
  )
}
