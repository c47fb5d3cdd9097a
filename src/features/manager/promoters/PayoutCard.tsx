import { Text, View } from '@tarojs/components'
import { shopDateTime } from '@shared/kernel/time'
import type { PayoutCard as Card } from '@shared/promoters/office-contract'
import { TRANSFER_TROUBLES } from '@shared/promoters/office-sentences'
import { canPayout } from '@shared/promoters/payout'
import { Money } from '@/ui/Money'
import { PrimaryButton } from '@/ui/PrimaryButton'
import type { PayoutDeed } from './payouts'
import { nameOf, WAYS } from './words'
import './PayoutCard.scss'

type Props = { readonly payout: Card; readonly onDeed: (deed: PayoutDeed) => void }

/** Who wants how much as what, how far it is, and what can be done. */
export function PayoutCard({ payout, onDeed }: Props) {
  const { fen, way, note, requestedAt, trouble } = payout
  const progress = progressWords(payout)
  const may = {
    approve: canPayout.approve(payout),
    refuse: canPayout.refuse(payout),
    paid: canPayout.paid(payout),
  }
  return (
    <View className='payout-card'>
      <View className='payout-card__head'>
        <Text className='payout-card__name'>{nameOf(payout)}</Text>
        <Money fen={fen} size='l' />
      </View>
      <Text className='payout-card__fact'>
        {note === '' ? WAYS[way] : `${WAYS[way]} · ${note}`}，申请于 {shopDateTime(requestedAt).slice(5)}
      </Text>
      {progress !== '' && <Text className='payout-card__fact'>{progress}</Text>}
      {trouble !== null && <Text className='payout-card__trouble'>{TRANSFER_TROUBLES[trouble]}</Text>}
      {may.refuse && (
        <View className='payout-card__foot'>
          <PrimaryButton size='s' tone='plain' onTap={() => onDeed('refuse')}>
            退回
          </PrimaryButton>
          {(may.approve || may.paid) && (
            <PrimaryButton size='s' onTap={() => onDeed(may.approve ? 'approve' : 'paid')}>
              {may.approve ? '通过' : '记为已付'}
            </PrimaryButton>
          )}
        </View>
      )}
    </View>
  )
}

/** How far it is without the owner; '' while they have to act. */
function progressWords({ state, way, stopping, confirmBy }: Card): string {
  if (stopping) return '正在请微信撤回，有结果后钱会退回'
  if (confirmBy !== null) return `等对方确认收款，${shopDateTime(confirmBy).slice(5)} 前没确认就退回`
  if (state !== 'sent' || way === 'cash') return ''
  return way === 'transfer' ? '微信正在转，有结果会自动更新' : '已通过，正在换给对方，不用再点'
}
