import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { QuoteLine } from '@shared/orders/contract'
import { picture } from '@/platform/picture'
import { Money } from '@/ui/Money'
import { Picture } from '@/ui/Picture'
import { amountsOf, FEE, type Amount, type Fee, type Sums } from './amounts'
import './Rows.scss'

type LineProps = {
  readonly line: QuoteLine
  /** Under the line: what is wrong with it and what can be done. */
  readonly children?: ReactNode
}

/** One line of an order: picture, what, how made, how many, how much; a member's price with the list price beside it. */
export function LineRow({ line, children }: LineProps) {
  return (
    <View className='line-row'>
      <View className='line-row__main'>
        <Picture className='line-row__picture' src={picture(line.picture)} />
        <View className='line-row__words'>
          <Text className='line-row__name'>{line.name}</Text>
          {line.specText !== '' && <Text className='line-row__spec'>{line.specText}</Text>}
        </View>
        <View className='line-row__money'>
          <Money fen={line.listFen - line.memberOffFen} />
          {line.memberOffFen > 0 && <Money fen={line.listFen} size='s' was />}
          <Text className='line-row__qty'>×{line.qty}</Text>
        </View>
      </View>
      {children}
    </View>
  )
}

function AmountRow({ label, fen }: Amount) {
  return (
    <View className='amount-row'>
      <Text className='amount-row__label'>{label}</Text>
      <Money fen={Math.abs(fen)} tone={fen < 0 ? 'accent' : 'ink'} prefix={fen < 0 ? '-' : ''} />
    </View>
  )
}

/** Instead of a fee that nobody can name. */
const NO_FEE: Readonly<Partial<Record<Fee, string>>> = {
  unknown: '选好地址后按距离算',
  tooFar: '超出配送范围',
}

type SumProps = {
  readonly sums: Sums
  readonly fee: Fee
  readonly payLabel: string
  readonly children?: ReactNode
}

/** A price row by row, and what is to be paid: it always adds up. */
export function SumRows({ sums, fee, payLabel, children }: SumProps) {
  return (
    <View className='sum-rows'>
      {amountsOf(sums, fee).map((row) =>
        row.label === FEE && fee in NO_FEE ? (
          <View key={row.label} className='amount-row'>
            <Text className='amount-row__label'>{row.label}</Text>
            <Text className='amount-row__hint'>{NO_FEE[fee]}</Text>
          </View>
        ) : (
          <AmountRow key={row.label} {...row} />
        ),
      )}
      <View className='sum-rows__pay'>
        <Text className='sum-rows__label'>{payLabel}</Text>
        <Money fen={sums.payFen} size='l' />
      </View>
      {children}
    </View>
  )
}
