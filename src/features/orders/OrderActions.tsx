import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Instant } from '@shared/kernel/time'
import { can } from '@shared/orders/can'
import type { OrderView } from '@shared/orders/contract'
import { Dialog } from '@/ui/Dialog'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { toast } from '@/ui/toast'
import { cancelOrder, payOrder } from './order'
import { reorder } from './reorder'
import './OrderActions.scss'

async function run(deed: () => Promise<string | null>) {
  const words = await deed()
  if (words !== null) toast(words)
}

/** Whether there is anything to tap on this order: else no bar shows. */
export const hasActions = (order: OrderView, confirming: boolean): boolean =>
  (can.cancel(order) && !confirming) || can.reorder(order)

type Props = { readonly order: OrderView; readonly now: Instant }

/** 继续支付 and 取消 while unpaid, 再来一单 when it is over. */
export function OrderActions({ order, now }: Props) {
  const [asking, setAsking] = useState(false)
  if (can.reorder(order)) {
    return (
      <PrimaryButton size='l' onTap={() => reorder(order)}>
        再来一单
      </PrimaryButton>
    )
  }
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
        <Text>还没有付款。取消后，用的券会回到卡包。</Text>
      </Dialog>
    </View>
  )
}
