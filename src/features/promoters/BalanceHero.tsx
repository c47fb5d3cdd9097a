import { Text, View } from '@tarojs/components'
import { yuan } from '@shared/kernel/money'
import type { Balances } from '@shared/promoters/ledger'
import { cx } from '@/ui/cx'
import { amount, BALANCE_NAMES } from './words'
import './BalanceHero.scss'

type Props = {
  readonly account: Balances
  /** null: nothing may be withdrawn. */
  readonly onWithdraw: (() => void) | null
}

/** More characters than this leave no room for the button at full size. */
const ROOMY = 9
const BESIDE = ['pendingFen', 'withdrawingFen', 'withdrawnFen'] as const

/** What can be withdrawn, what is on its way in and out, and what is owed. */
export function BalanceHero({ account, onWithdraw }: Props) {
  const sum = amount(account.availableFen)
  return (
    <View className='balance'>
      <Text className='balance__label'>{BALANCE_NAMES.availableFen}（元）</Text>
      <View className='balance__line'>
        <Text className={cx('balance__sum', sum.length > ROOMY && 'balance__sum--long')}>{sum}</Text>
        {onWithdraw !== null && (
          <View className='balance__withdraw' onClick={onWithdraw}>
            <Text>提现</Text>
          </View>
        )}
      </View>
      <View className='balance__others'>
        {BESIDE.map((balance) => (
          <View key={balance} className='balance__other'>
            <Text className='balance__name'>{BALANCE_NAMES[balance]}</Text>
            <Text className='balance__part'>{amount(account[balance])}</Text>
          </View>
        ))}
      </View>
      {account.debtFen > 0 && (
        <Text className='balance__debt'>
          退款收回的佣金还差 ¥{yuan(account.debtFen)}，之后到期的佣金会先补上
        </Text>
      )}
    </View>
  )
}
