import { Text } from '@tarojs/components'
import { yuan } from '@shared/kernel/money'
import type { PayoutWay } from '@shared/promoters/contract'
import type { PayoutCard as Card } from '@shared/promoters/office-contract'
import { Dialog } from '@/ui/Dialog'
import { said } from '../member/said'
import { DecideSheet, Meaning } from './DecideSheet'
import { settle, type PayoutDeed } from './payouts'
import { nameOf } from './words'

type Props = { readonly payout: Card; readonly deed: PayoutDeed; readonly onClose: () => void }

const REFUSE = ['和你核对后再提', '金额有疑问，先联系店里', '请换一种方式提现']
const PAID = ['微信转账', '当面给的现金', '银行转账']

/** Asks before money moves; names how much, and whose. */
export function Settling({ payout, deed, onClose }: Props) {
  if (deed === 'refuse') return <Refuse payout={payout} onClose={onClose} />
  if (deed === 'paid') return <Paid payout={payout} onClose={onClose} />
  return (
    <Dialog
      open
      title={`通过 ${whose(payout)}？`}
      confirmText='通过'
      onConfirm={() => said(settle(payout, 'approve', ''), APPROVED[payout.way], onClose)}
      onCancel={onClose}
    >
      <Text>{MEANS[payout.way]}</Text>
    </Dialog>
  )
}

const whose = (payout: Card): string => `${nameOf(payout)} 的 ¥${yuan(payout.fen)}`

function Refuse({ payout, onClose }: Omit<Props, 'deed'>) {
  // what WeChat is transferring has to be called back first
  const onItsWay = payout.way === 'transfer' && payout.state !== 'requested'
  const done = onItsWay ? CALLED_BACK : '已退回'
  return (
    <DecideSheet
      title={`退回 ${whose(payout)}`}
      presets={REFUSE}
      hint='对方会看到这个理由'
      confirm={`退回 ¥${yuan(payout.fen)}`}
      danger
      onConfirm={(note) => said(settle(payout, 'refuse', note), done, onClose)}
      onClose={onClose}
    >
      {onItsWay && <Meaning words='先请微信撤回这笔转账。对方已经确认收款的话，就退不回来了。' />}
      <Meaning words='退回的钱回到对方的可提现，对方可以重新申请。' />
    </DecideSheet>
  )
}

function Paid({ payout, onClose }: Omit<Props, 'deed'>) {
  return (
    <DecideSheet
      title={`已经付给 ${nameOf(payout)}？`}
      presets={PAID}
      hint='写明怎么付的，对方会看到，也会记在操作记录里'
      confirm={`已付 ¥${yuan(payout.fen)}`}
      onConfirm={(note) => said(settle(payout, 'paid', note), '已记下', onClose)}
      onClose={onClose}
    >
      <Meaning words={`请确认 ¥${yuan(payout.fen)} 已经给到对方。记下后不能撤回，也不会再付一次。`} />
    </DecideSheet>
  )
}

const CALLED_BACK = '已请微信撤回，有结果后退回'
const MEANS: Readonly<Record<PayoutWay, string>> = {
  cash: '通过后请把钱给对方，再点「记为已付」。',
  points: '通过后马上换成积分给对方，不能撤回。',
  coupon: '通过后马上换成券给对方，不能撤回。',
  transfer: '通过后微信从商户号转出，对方 24 小时内确认收款。',
}
const APPROVED: Readonly<Record<PayoutWay, string>> = {
  cash: '已通过，付款后记一笔',
  points: '已通过',
  coupon: '已通过',
  transfer: '已通过，等对方确认收款',
}
