import { Text } from '@tarojs/components'
import { useState } from 'react'
import { yuan } from '@shared/kernel/money'
import type { BoardOrder } from '@shared/manager/contract'
import { Dialog } from '@/ui/Dialog'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Sheet } from '@/ui/Sheet'
import { ReasonPicker } from './ReasonPicker'
import { fitTo, givenBack, givesBack, leftToGive, nothingOf, wishOf, whatGoesBack } from './refund-choice'
import { RefundHistory } from './RefundHistory'
import { RefundLines } from './RefundLines'
import { REFUND_REASONS } from './words'
import './RefundSheet.scss'

type Props = {
  readonly order: BoardOrder
  readonly onClose: () => void
  /** Answers null when it was done, else why not. */
  readonly onRefund: (wish: ReturnType<typeof wishOf>, reason: string) => Promise<string | null>
}

/** Gives back single units of an order: what, why, and then whether it really is, with the amount named. */
export function RefundSheet({ order, onClose, onRefund }: Props) {
  const [wanted, setWanted] = useState(() => nothingOf(order))
  const [reason, setReason] = useState('')
  const [asking, setAsking] = useState(false)
  const [trouble, setTrouble] = useState('')
  // somebody else may have given back a part of it while the sheet was open
  const choice = fitTo(order, wanted)
  const part = givesBack(order, choice)
  const own = reason.trim()
  const refund = async () => {
    const words = await onRefund(wishOf(order, choice), own)
    setAsking(false)
    if (words === null) onClose()
    else setTrouble(words)
  }
  return (
    <>
      <Sheet
        open
        title={`退款 ${order.pickupCode}`}
        onClose={onClose}
        footer={<Foot part={part} reason={own} onTap={() => setAsking(true)} />}
      >
        {trouble !== '' && <Text className='refund__trouble'>{trouble}</Text>}
        <Sums order={order} />
        <RefundLines order={order} choice={choice} onChoice={setWanted} />
        <ReasonPicker presets={REFUND_REASONS} reason={reason} onReason={setReason} />
        <RefundHistory order={order} />
      </Sheet>
      {part !== null && asking && (
        <Confirm
          order={order}
          part={part}
          reason={own}
          onCancel={() => setAsking(false)}
          onConfirm={refund}
        />
      )}
    </>
  )
}

type ConfirmProps = {
  readonly order: BoardOrder
  readonly part: Part
  readonly reason: string
  readonly onCancel: () => void
  readonly onConfirm: () => Promise<void>
}

function Confirm({ order, part, reason, onCancel, onConfirm }: ConfirmProps) {
  return (
    <Dialog
      open
      danger
      title={`退 ${amountOf(part)} 给顾客？`}
      confirmText='确定退款'
      cancelText='再想想'
      onCancel={onCancel}
      onConfirm={onConfirm}
    >
      <Text>
        取餐号 {order.pickupCode}：{whatGoesBack(order, part)}。{howItGoes(order, part)}理由：{reason}
      </Text>
    </Dialog>
  )
}

type Part = NonNullable<ReturnType<typeof givesBack>>
const points = ({ points: n }: Part) => (n > 0 ? `${n} 积分` : '')

/** ¥12.5, or 30 积分 where points paid for all of it. */
const amountOf = (part: Part) =>
  part.payFen === 0 && part.points > 0 ? points(part) : `¥${yuan(part.payFen)}`

function howItGoes({ state }: BoardOrder, part: Part): string {
  const money = part.payFen > 0 ? '钱原路退回，不能撤销。' : '不能撤销。'
  const back = part.payFen > 0 && part.points > 0 ? `另退还 ${points(part)}。` : ''
  const ends = part.whole && state !== 'done' ? '这单就全部退完，会从看板上消失。' : ''
  return money + back + ends
}

function Sums({ order }: { readonly order: BoardOrder }) {
  const givenFen = givenBack(order)
  return (
    <Text className='refund__sums'>
      实付 ¥{yuan(order.payFen)}
      {givenFen > 0 && ` · 已退 ¥${yuan(givenFen)}`} · 还可退 ¥{yuan(leftToGive(order))}
    </Text>
  )
}

type FootProps = {
  readonly part: Part | null
  readonly reason: string
  readonly onTap: () => void
}

function Foot({ part, reason, onTap }: FootProps) {
  const words = part === null ? '选择要退的商品' : `退 ${amountOf(part)} 给顾客`
  return (
    <>
      {part !== null && reason === '' && <Text className='refund__ask'>再选一个理由</Text>}
      {part !== null && part.payFen > 0 && part.points > 0 && reason !== '' && (
        <Text className='refund__ask'>另退还 {points(part)}</Text>
      )}
      <PrimaryButton size='l' tone='danger' disabled={part === null || reason === ''} onTap={onTap}>
        {words}
      </PrimaryButton>
    </>
  )
}
