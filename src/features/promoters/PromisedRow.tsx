import { Text } from '@tarojs/components'
import type { Promised } from '@shared/promoters/contract'
import { cloudNow } from '@/platform/clock'
import { AccountRow } from './AccountRow'
import { amount, releaseWords, whenText } from './words'
import './figures.scss'

/** A commission that is promised: when it becomes theirs, and how much is left of it. */
export function PromisedRow({ promised }: { readonly promised: Promised }) {
  const now = cloudNow()
  return (
    <AccountRow title={releaseWords(promised, now)} about={`${whenText(promised.paidAt, now)} 下单`}>
      <Text className='account-figure account-figure--main'>{amount(promised.fen)}</Text>
    </AccountRow>
  )
}
