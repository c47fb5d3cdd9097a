import { Text, View } from '@tarojs/components'
import { yuan } from '@shared/kernel/money'
import { shopDateTime } from '@shared/kernel/time'
import type { Balances } from '@shared/promoters/ledger'
import type { PromoterCard as Card } from '@shared/promoters/office-contract'
import { memberNumber } from '@shared/members/member-code'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { nameOf } from './words'
import './PromoterCard.scss'

export type Deed = 'accept' | 'decline' | 'withdraw' | 'ban' | 'lift'
type Props = { readonly promoter: Card; readonly onDeed: (deed: Deed) => void }

const SINCE = {
  applied: '申请于',
  invited: '邀请于',
  accepted: '更新于',
  declined: '处理于',
  banned: '停用于',
} as const

/** Who it is, what they wrote, what they have on the books, and what can be decided. */
export function PromoterCard({ promoter, onDeed }: Props) {
  const { state, memberId, note, reason, changedAt, account } = promoter
  return (
    <View className='promoter-card'>
      <Text className='promoter-card__name'>{nameOf(promoter)}</Text>
      <Text className='promoter-card__fact'>
        会员号 {memberNumber(memberId)} · {SINCE[state]} {shopDateTime(changedAt).slice(5)}
      </Text>
      {note !== '' && <Text className='promoter-card__note'>{note}</Text>}
      {reason !== '' && <Text className='promoter-card__reason'>理由：{reason}</Text>}
      {account !== null && <Accounts account={account} />}
      <Deeds state={state} onDeed={onDeed} />
    </View>
  )
}

/** Balances in the order in which money moves; a debt only where there is one. */
export const balanceRows = ({
  pendingFen,
  availableFen,
  withdrawingFen,
  withdrawnFen,
  debtFen,
}: Balances) => [
  { label: '待结算', fen: pendingFen },
  { label: '可提现', fen: availableFen },
  { label: '提现中', fen: withdrawingFen },
  { label: '已提现', fen: withdrawnFen },
  ...(debtFen > 0 ? [{ label: '欠款', fen: debtFen }] : []),
]

function Accounts({ account }: { readonly account: Balances }) {
  return (
    <View className='promoter-card__figures'>
      {balanceRows(account).map(({ label, fen }) => (
        <View key={label} className='promoter-card__figure'>
          <Text className='promoter-card__number'>¥{yuan(fen)}</Text>
          <Text className='promoter-card__label'>{label}</Text>
        </View>
      ))}
    </View>
  )
}

type DeedsProps = { readonly state: Card['state']; readonly onDeed: (deed: Deed) => void }

function Deeds({ state, onDeed }: DeedsProps) {
  const plain = (deed: Deed, words: string) => (
    <PrimaryButton size='s' tone='plain' onTap={() => onDeed(deed)}>
      {words}
    </PrimaryButton>
  )
  switch (state) {
    case 'applied':
      return (
        <View className='promoter-card__foot'>
          {plain('decline', '不通过')}
          <PrimaryButton size='s' onTap={() => onDeed('accept')}>
            通过
          </PrimaryButton>
        </View>
      )
    case 'invited':
      return <View className='promoter-card__foot'>{plain('withdraw', '撤回邀请')}</View>
    case 'accepted':
      return <View className='promoter-card__foot'>{plain('ban', '停用')}</View>
    case 'banned':
      return <View className='promoter-card__foot'>{plain('lift', '恢复')}</View>
    case 'declined':
      return null
  }
}
