import { Text } from '@tarojs/components'
import { useState } from 'react'
import { yuan } from '@shared/kernel/money'
import type { BoardOrder } from '@shared/manager/contract'
import { Dialog } from '@/ui/Dialog'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Sheet } from '@/ui/Sheet'
import { leftToGive } from './refund-choice'
import { ReasonPicker } from './ReasonPicker'
import { REFUSE_REASONS } from './words'

type Props = {
  readonly order: BoardOrder
  readonly onClose: () => void
  /** Resolves when the cloud has answered. */
  readonly onRefuse: (reason: string) => Promise<unknown>
}

/** Asks why an order is refused, then whether it really is: money moves. */
export function RefuseSheet({ order, onClose, onRefuse }: Props) {
  const [reason, setReason] = useState('')
  const [asking, setAsking] = useState(false)
  const own = reason.trim()
  const amount = `¥${yuan(leftToGive(order))}`
  return (
    <>
      <Sheet
        open
        title={`拒单 ${order.pickupCode}`}
        onClose={onClose}
        footer={
          <PrimaryButton size='l' tone='danger' disabled={own === ''} onTap={() => setAsking(true)}>
            拒单并退款 {amount}
          </PrimaryButton>
        }
      >
        <ReasonPicker presets={REFUSE_REASONS} reason={reason} onReason={setReason} />
      </Sheet>
      <Dialog
        open={asking}
        danger
        title={`确定退款 ${amount}？`}
        confirmText='拒单并退款'
        cancelText='再想想'
        onCancel={() => setAsking(false)}
        onConfirm={() => onRefuse(own)}
      >
        <Text>
          取餐号 {order.pickupCode} 会被取消，{amount} 原路退回，不能撤销。理由：{own}
        </Text>
      </Dialog>
    </>
  )
}
