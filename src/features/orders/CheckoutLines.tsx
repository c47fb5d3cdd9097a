import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Quote } from '@shared/orders/contract'
import { keyOf, setQty } from '@/features/cart'
import { Icon } from '@/ui/Icon'
import { PrimaryButton } from '@/ui/PrimaryButton'
import type { Basket, LineFault } from './basket'
import { LineRow } from './Rows'
import './CheckoutLines.scss'

type Props = {
  readonly basket: Basket
  readonly quote: Quote
  readonly faults: readonly LineFault[]
}

/** A long order shows its first lines; more than a few over that are put away behind a tap. */
const FEW = 5
const isLong = (lines: number) => lines > FEW + 1

/** What is ordered. A line that can't be had says so, and offers the way out: then all lines show. */
export function CheckoutLines({ basket, quote, faults }: Props) {
  const [all, setAll] = useState(false)
  const total = quote.lines.length
  const shown = !all && faults.length === 0 && isLong(total) ? FEW : total
  return (
    <View className='checkout-lines'>
      {quote.lines.slice(0, shown).map((line, i) => {
        const fault = faults.find((f) => f.line === i)
        const key = keyOf(basket.lines[i] ?? line)
        return (
          <LineRow key={key} line={line}>
            {fault !== undefined && <Fault fault={fault} onSet={(qty) => setQty(key, qty)} />}
          </LineRow>
        )
      })}
      {shown < total && (
        <View className='checkout-lines__more' onClick={() => setAll(true)}>
          <Text>看全部 {total} 样</Text>
        </View>
      )}
    </View>
  )
}

function Fault({ fault, onSet }: { readonly fault: LineFault; readonly onSet: (qty: number) => void }) {
  return (
    <View className='checkout-lines__fault'>
      <Icon name='warn' size='s' />
      <Text className='checkout-lines__why'>{fault.text}</Text>
      {fault.left > 0 && (
        <PrimaryButton size='s' tone='plain' onTap={() => onSet(fault.left)}>
          改成 {fault.left} 份
        </PrimaryButton>
      )}
      <PrimaryButton size='s' tone='plain' onTap={() => onSet(0)}>
        移除
      </PrimaryButton>
    </View>
  )
}
