import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { QuoteLine } from '@shared/orders/contract'
import { picture } from '@/platform/picture'
import { Money } from '@/ui/Money'
import { Picture } from '@/ui/Picture'
import './Rows.scss'

type LineProps = {
  readonly line: QuoteLine
  /** Under the line: what is wrong with it and what can be done. */
  readonly children?: ReactNode
}

/** One line of an order: picture, what, how made, how many, how much. */
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
          <Money fen={line.listFen} />
          <Text className='line-row__qty'>×{line.qty}</Text>
        </View>
      </View>
      {children}
    </View>
  )
}

type AmountProps = {
  readonly label: string
  readonly fen: number
  readonly off?: boolean
  readonly hint?: string
}

/** One row of the sum. */
export function AmountRow({ label, fen, off = false, hint }: AmountProps) {
  return (
    <View className='amount-row'>
      <Text className='amount-row__label'>{label}</Text>
      {hint !== undefined && <Text className='amount-row__hint'>{hint}</Text>}
      <Money fen={fen} tone={off ? 'accent' : 'ink'} prefix={off ? '-' : ''} />
    </View>
  )
}

type SumProps = {
  readonly goodsFen: number
  readonly couponFen: number
  readonly packagingFen: number
  readonly payFen: number
  readonly payLabel: string
}

/** Goods, packaging, coupon, and what is to be paid: it always adds up. */
export function SumRows({ goodsFen, couponFen, packagingFen, payFen, payLabel }: SumProps) {
  return (
    <View className='sum-rows'>
      <AmountRow label='商品' fen={goodsFen} />
      {packagingFen > 0 && <AmountRow label='打包费' fen={packagingFen} />}
      {couponFen > 0 && <AmountRow label='优惠券' fen={couponFen} off />}
      <View className='sum-rows__pay'>
        <Text className='sum-rows__label'>{payLabel}</Text>
        <Money fen={payFen} size='l' />
      </View>
    </View>
  )
}
