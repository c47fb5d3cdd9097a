import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { WithdrawalState, WithdrawalView } from '@shared/promoters/contract'
import { PAYOUT_WAYS } from '@shared/promoters/sentences'
import { cx } from '@/ui/cx'
import { Icon, type IconName } from '@/ui/Icon'
import { amount } from './words'
import './PayoutResult.scss'

type Said = { readonly icon: IconName; readonly title: string; readonly hint: string }

/** What a state means for the person who has just asked for it. */
const SAID: Readonly<Record<WithdrawalState, Said>> = {
  requested: { icon: 'clock', title: '已申请，等店主审核', hint: '审核之前，可以在提现记录里撤回' },
  sent: { icon: 'clock', title: '已提交，处理中', hint: '有结果后，提现记录里会写明' },
  waiting: { icon: 'clock', title: '等你确认收款', hint: '24 小时内没有确认，钱会退回到可提现' },
  paid: { icon: 'check', title: '已到账', hint: '' },
  failed: { icon: 'warn', title: '没有成功，钱已退回', hint: '' },
  expired: { icon: 'info', title: '超时未确认，钱已退回', hint: '' },
  cancelled: { icon: 'info', title: '已撤回，钱已退回', hint: '' },
}

type ResultProps = { readonly payout: WithdrawalView; readonly children: ReactNode }

/** What became of a payout, and under it what to do next. */
export function PayoutResult({ payout: { state, fen, way, note }, children }: ResultProps) {
  const { icon, title, hint } = SAID[state]
  return (
    <Outcome icon={icon} title={title} well={state === 'paid'}>
      <Text className='payout-result__sum'>¥{amount(fen)}</Text>
      <Text className='payout-result__hint'>
        {PAYOUT_WAYS[way]}
        {note !== '' && ` · ${note}`}
      </Text>
      {hint !== '' && <Text className='payout-result__hint'>{hint}</Text>}
      <View className='payout-result__deeds'>{children}</View>
    </Outcome>
  )
}

type UnheardProps = { readonly fen: number; readonly children: ReactNode }

/** No answer came: nobody knows yet whether the payout was made. */
export const UnheardPayout = ({ fen, children }: UnheardProps) => (
  <Outcome icon='offline' title='没收到答复，还不知道有没有成功' well={false}>
    <Text className='payout-result__sum'>¥{amount(fen)}</Text>
    <Text className='payout-result__hint'>再试一次问的还是同一笔，不会重复提现</Text>
    <View className='payout-result__deeds'>{children}</View>
  </Outcome>
)

type OutcomeProps = {
  readonly icon: IconName
  readonly title: string
  readonly well: boolean
  readonly children: ReactNode
}

const Outcome = ({ icon, title, well, children }: OutcomeProps) => (
  <View className='payout-result'>
    <View className={cx('payout-result__icon', well && 'payout-result__icon--well')}>
      <Icon name={icon} size='l' />
    </View>
    <Text className='payout-result__title'>{title}</Text>
    {children}
  </View>
)
