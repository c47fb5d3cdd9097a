import { Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { yuan } from '@shared/kernel/money'
import type { BoardOrder } from '@shared/manager/contract'
import { Chip } from '@/ui/Chip'
import { Dialog } from '@/ui/Dialog'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Sheet } from '@/ui/Sheet'
import { REASON_MAX, REASONS } from './words'
import './RefuseSheet.scss'

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
  return (
    <>
      <Sheet
        open
        title={`拒单 ${order.pickupCode}`}
        onClose={onClose}
        footer={
          <PrimaryButton size='l' tone='danger' disabled={own === ''} onTap={() => setAsking(true)}>
            拒单并退款 ¥{yuan(order.payFen)}
          </PrimaryButton>
        }
      >
        <Reasons reason={reason} onReason={setReason} />
      </Sheet>
      <Dialog
        open={asking}
        danger
        title={`确定退款 ¥${yuan(order.payFen)}？`}
        confirmText='拒单并退款'
        cancelText='再想想'
        onCancel={() => setAsking(false)}
        onConfirm={() => onRefuse(own)}
      >
        <Text>
          取餐号 {order.pickupCode} 会被取消，¥{yuan(order.payFen)} 全额原路退回，不能撤销。理由：{own}
        </Text>
      </Dialog>
    </>
  )
}

type ReasonsProps = { readonly reason: string; readonly onReason: (reason: string) => void }

function Reasons({ reason, onReason }: ReasonsProps) {
  return (
    <View className='refuse'>
      <Text className='refuse__hint'>顾客会看到这个理由</Text>
      <View className='refuse__presets'>
        {REASONS.map((preset) => (
          <Chip key={preset} label={preset} on={reason === preset} onTap={() => onReason(preset)} />
        ))}
      </View>
      <View className='refuse__own'>
        <Input
          className='refuse__input'
          value={reason}
          maxlength={REASON_MAX}
          placeholder='或者自己写一句'
          onInput={(e) => onReason(e.detail.value)}
        />
        <Text className='refuse__count'>
          {reason.length}/{REASON_MAX}
        </Text>
      </View>
    </View>
  )
}
