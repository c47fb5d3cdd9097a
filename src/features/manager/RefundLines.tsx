import { Text, View } from '@tarojs/components'
import { yuan } from '@shared/kernel/money'
import type { BoardOrder } from '@shared/manager/contract'
import { feesLeft, unitsLeft } from '@shared/orders/refund'
import { cx } from '@/ui/cx'
import { Icon } from '@/ui/Icon'
import { Stepper } from '@/ui/Stepper'
import { allOf, isEverything, nothingOf, type RefundChoice } from './refund-choice'
import './RefundLines.scss'

type Props = {
  readonly order: BoardOrder
  readonly choice: RefundChoice
  readonly onChoice: (choice: RefundChoice) => void
}

/** What can be given back, line by line, with a stepper that ends at what is left; then the fees. */
export function RefundLines({ order, choice, onChoice }: Props) {
  const left = unitsLeft(order)
  const everything = isEverything(order, choice)
  const anyUnits = left.some((units) => units > 0)
  const put = (line: number, units: number) =>
    onChoice({ ...choice, units: choice.units.map((n, i) => (i === line ? units : n)) })
  return (
    <View className='refund-lines'>
      {anyUnits && (
        <Tick
          on={everything}
          label='全选'
          onTap={() => onChoice(everything ? nothingOf(order) : allOf(order))}
        />
      )}
      {order.lines.map((line, i) => (
        <View key={i} className={cx('refund-lines__line', left[i] === 0 && 'refund-lines__line--gone')}>
          <View className='refund-lines__what'>
            <Text className='refund-lines__name'>{line.name}</Text>
            {line.specText !== '' && <Text className='refund-lines__spec'>{line.specText}</Text>}
            <Text className='refund-lines__left'>
              {left[i] === 0
                ? `${line.qty} 份已全部退过`
                : `实付 ¥${yuan(line.payFen)}${line.qty > 1 ? ` / ${line.qty} 份` : ''} · 可退 ${left[i]} 份`}
            </Text>
          </View>
          {(left[i] ?? 0) > 0 && (
            <Stepper qty={choice.units[i] ?? 0} max={left[i] ?? 0} onChange={(qty) => put(i, qty)} />
          )}
        </View>
      ))}
      <Fees order={order} choice={choice} everything={everything && anyUnits} onChoice={onChoice} />
    </View>
  )
}

type FeesProps = Pick<Props, 'order' | 'choice' | 'onChoice'> & { readonly everything: boolean }

/** Packaging and delivery, each while there is something of it to give back; with the last unit they go by themselves. */
function Fees({ order, choice, everything, onChoice }: FeesProps) {
  const { packagingFen, deliveryFen } = feesLeft(order)
  const flip = (fee: 'packaging' | 'delivery') => {
    if (!everything) onChoice({ ...choice, [fee]: !choice[fee] })
  }
  return (
    <>
      {packagingFen > 0 && (
        <Tick
          on={everything || choice.packaging}
          label={`打包费 ¥${yuan(packagingFen)}`}
          onTap={() => flip('packaging')}
        />
      )}
      {deliveryFen > 0 && (
        <Tick
          on={everything || choice.delivery}
          label={`配送费 ¥${yuan(deliveryFen)}`}
          onTap={() => flip('delivery')}
        />
      )}
      {everything && packagingFen + deliveryFen > 0 && (
        <Text className='refund-lines__with'>商品全退时，这些费用一并退回</Text>
      )}
    </>
  )
}

type TickProps = { readonly on: boolean; readonly label: string; readonly onTap: () => void }

function Tick({ on, label, onTap }: TickProps) {
  return (
    <View className='refund-lines__tick' onClick={onTap}>
      <View className={cx('refund-lines__box', on && 'refund-lines__box--on')}>
        {on && <Icon name='check' size='s' />}
      </View>
      <Text>{label}</Text>
    </View>
  )
}
