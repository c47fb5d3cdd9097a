import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { WithdrawalState, WithdrawalView } from '@shared/promoters/contract'
import { canPayout } from '@shared/promoters/payout'
import { PAYOUT_WAYS, WITHDRAWAL_STATES } from '@shared/promoters/sentences'
import { cloudNow } from '@/platform/clock'
import { cx } from '@/ui/cx'
import { Dialog } from '@/ui/Dialog'
import { toast } from '@/ui/toast'
import { AccountRow } from './AccountRow'
import { ConfirmPayout } from './ConfirmPayout'
import { cancelPayout } from './store'
import { amount, confirmWords, whenText } from './words'
import './figures.scss'
import './PayoutRow.scss'

const TONES: Readonly<Record<WithdrawalState, 'open' | 'well' | 'over'>> = {
  requested: 'open',
  sent: 'open',
  waiting: 'open',
  paid: 'well',
  failed: 'over',
  cancelled: 'over',
  expired: 'over',
}

/** A payout: by which way, how far it is, what is to be done, and the way back while there is one. */
export function PayoutRow({ payout }: { readonly payout: WithdrawalView }) {
  const { no, fen, way, state, stopping, requestedAt, note } = payout
  const now = cloudNow()
  const waits = canPayout.confirm(payout, now)
  const about = [whenText(requestedAt, now), note, waits ? confirmWords(payout, now) : '']
  return (
    <AccountRow title={PAYOUT_WAYS[way]} about={about.filter((words) => words !== '').join(' · ')}>
      <Text className='account-figure account-figure--main'>{amount(fen)}</Text>
      <Text className={cx('account-figure', `payout__state--${TONES[state]}`)}>
        {stopping ? '正在撤回' : WITHDRAWAL_STATES[state]}
      </Text>
      <View className='payout__deeds'>
        {canPayout.cancel(payout) && <Cancel payout={payout} />}
        {waits && <ConfirmPayout no={no} size='s' />}
      </View>
    </AccountRow>
  )
}

function Cancel({ payout: { no, fen, state } }: { readonly payout: WithdrawalView }) {
  const [asking, setAsking] = useState(false)
  const sent = state !== 'requested'
  const confirm = async () => {
    const refused = await cancelPayout(no)
    setAsking(false)
    toast(refused ?? (sent ? '正在撤回，撤回后钱回到可提现' : '已撤回，钱回到可提现'))
  }
  return (
    <>
      <View className='payout__cancel' onClick={() => setAsking(true)}>
        <Text>撤回</Text>
      </View>
      <Dialog
        open={asking}
        title={`撤回这笔 ¥${amount(fen)} 的提现？`}
        confirmText='撤回'
        cancelText='再想想'
        onConfirm={confirm}
        onCancel={() => setAsking(false)}
      >
        <Text>
          {sent
            ? '微信停下这笔转账后，钱回到可提现，当天的额度也还给你。'
            : '店家还没有审核。撤回后钱回到可提现，当天的额度也还给你。'}
        </Text>
      </Dialog>
    </>
  )
}
