import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Empty } from '@/ui/Empty'
import { Segments } from '@/ui/Segments'
import { EntryRow } from './EntryRow'
import { PayoutRow } from './PayoutRow'
import { PromisedRow } from './PromisedRow'
import { loadEarlierLines, usePromoter, type Mine } from './store'
import './AccountLists.scss'

export type AccountList = 'promised' | 'payouts' | 'entries'
const LISTS = [
  { id: 'promised', label: '待结算' },
  { id: 'payouts', label: '提现记录' },
  { id: 'entries', label: '明细' },
] as const

/** As many of each as the cloud tells at once. */
const PROMISES = 20
const PAYOUTS = 10

type Props = {
  readonly mine: Mine
  readonly list: AccountList
  readonly onList: (list: AccountList) => void
}

/** What is promised, what was paid out, and the ledger line by line. */
export function AccountLists({ mine, list, onList }: Props) {
  return (
    <View className='account-lists'>
      <Segments items={LISTS} chosen={list} onChoose={onList} />
      <View className='account-lists__shown'>
        {list === 'promised' && <PromisedList mine={mine} />}
        {list === 'payouts' && <PayoutList mine={mine} />}
        {list === 'entries' && <EntryList mine={mine} />}
      </View>
    </View>
  )
}

type Of = { readonly mine: Mine }
const Lines = ({ children }: { readonly children: ReactNode }) => (
  <View className='account-lists__lines'>{children}</View>
)
const Tail = ({ children }: { readonly children: ReactNode }) => (
  <Text className='account-lists__tail'>{children}</Text>
)

function PromisedList({ mine: { promised } }: Of) {
  if (promised.length === 0)
    return <Empty icon='clock' title='没有待结算的佣金' hint='朋友下单付款后，会马上记在这里' />
  return (
    <>
      <Lines>
        {promised.map((one) => (
          <PromisedRow key={one.id} promised={one} />
        ))}
      </Lines>
      <Tail>
        {promised.length < PROMISES ? '朋友退款的部分会从里面扣掉' : `只列出最早到期的 ${PROMISES} 笔`}
      </Tail>
    </>
  )
}

function PayoutList({ mine: { withdrawals } }: Of) {
  if (withdrawals.length === 0)
    return <Empty icon='card' title='还没有提现过' hint='提现和兑换，都会记在这里' />
  return (
    <>
      <Lines>
        {withdrawals.map((payout) => (
          <PayoutRow key={payout.no} payout={payout} />
        ))}
      </Lines>
      <Tail>{withdrawals.length < PAYOUTS ? '没有更早的提现了' : `更早的提现，可以在明细里看`}</Tail>
    </>
  )
}

function EntryList({ mine: { entries, next } }: Of) {
  const loading = usePromoter((s) => s.loading)
  if (entries.length === 0)
    return <Empty icon='note' title='还没有明细' hint='每一笔佣金的来去，都会记在这里' />
  return (
    <>
      <Lines>
        {entries.map((entry) => (
          <EntryRow key={entry.n} entry={entry} />
        ))}
      </Lines>
      {next === null ? (
        <Tail>没有更早的明细了</Tail>
      ) : (
        <View
          className='account-lists__tail account-lists__tail--tap'
          onClick={() => void loadEarlierLines()}
        >
          <Text>{loading ? '正在加载' : '看更早的明细'}</Text>
        </View>
      )}
    </>
  )
}
