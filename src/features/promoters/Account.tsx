import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Myself } from '@shared/promoters/contract'
import { NO_BALANCES } from '@shared/promoters/ledger'
import { canPayout } from '@shared/promoters/payout'
import { cloudNow } from '@/platform/clock'
import { goTo } from '@/platform/navigation'
import { Icon, type IconName } from '@/ui/Icon'
import { AccountLists, type AccountList } from './AccountLists'
import { BalanceHero } from './BalanceHero'
import { ConfirmPayout } from './ConfirmPayout'
import { materialsPath, PRODUCTS, WITHDRAW } from './paths'
import { StandingCard } from './StandingCard'
import type { Mine } from './store'
import { hasNewTerms, TermsSheet } from './TermsSheet'
import { amount, confirmWords } from './words'
import './Account.scss'

type Props = {
  readonly mine: Mine
  readonly promoter: Myself
  readonly list: AccountList
  readonly onList: (list: AccountList) => void
}

/** A promoter's account. Who was banned reads it, and withdraws nothing. */
export function Account({ mine, promoter, list, onList }: Props) {
  const [reading, setReading] = useState(false)
  const { offer, account } = mine
  const accepted = promoter.state === 'accepted'
  return (
    <>
      {!accepted && (
        <StandingCard
          icon='warn'
          tone='bad'
          title='推客资格已停用'
          reason={promoter.reason}
          hint='之前的佣金和明细都还在，现在不能提现。有疑问请联系店家'
        />
      )}
      {hasNewTerms(promoter, offer) && (
        <View className='account__news' onClick={() => setReading(true)}>
          <Text className='account__news-words'>推客须知更新了，看过后请再同意一次</Text>
          <Icon name='right' size='s' />
        </View>
      )}
      <Waiting mine={mine} />
      <BalanceHero account={account ?? NO_BALANCES} onWithdraw={accepted ? () => goTo(WITHDRAW) : null} />
      {accepted && (offer.open ? <Doors /> : <Text className='account__closed'>{CLOSED}</Text>)}
      <AccountLists mine={mine} list={list} onList={onList} />
      <View className='account__terms' onClick={() => setReading(true)}>
        <Text>推客须知</Text>
      </View>
      <TermsSheet open={reading} onClose={() => setReading(false)} offer={offer} promoter={promoter} />
    </>
  )
}

/** A transfer that its recipient has to confirm comes before everything else: it goes back after a day. */
function Waiting({ mine: { withdrawals } }: Pick<Props, 'mine'>) {
  const now = cloudNow()
  const waiting = withdrawals.find((payout) => canPayout.confirm(payout, now))
  if (waiting === undefined) return null
  return (
    <View className='account__waiting'>
      <View className='account__waiting-words'>
        <Text className='account__name'>¥{amount(waiting.fen)} 等你确认收款</Text>
        <Text className='account__about'>{confirmWords(waiting, now)}，过了会退回</Text>
      </View>
      <ConfirmPayout no={waiting.no} size='s' />
    </View>
  )
}

const CLOSED = '推客计划暂停了，新订单不再记佣金；之前的照常到期、照常提现'

const Doors = () => (
  <View className='account__doors'>
    <Door icon='cup' name='推广商品' about='每件的佣金' path={PRODUCTS} />
    <Door icon='note' name='素材库' about='图片和文案' path={materialsPath(null)} />
  </View>
)

type DoorProps = {
  readonly icon: IconName
  readonly name: string
  readonly about: string
  readonly path: string
}

const Door = ({ icon, name, about, path }: DoorProps) => (
  <View className='account__door' onClick={() => goTo(path)}>
    <View className='account__icon'>
      <Icon name={icon} />
    </View>
    <View>
      <Text className='account__name'>{name}</Text>
      <Text className='account__about'>{about}</Text>
    </View>
  </View>
)
