import { Input, Text, View } from '@tarojs/components'
import type { Fen } from '@shared/kernel/money'
import type { PayoutWay } from '@shared/promoters/contract'
import { cx } from '@/ui/cx'
import { figureText } from '@/ui/figure'
import { mostNow } from './withdrawing'
import type { Mine } from './store'
import { limitWords } from './words'
import './AmountCard.scss'

type Props = {
  readonly mine: Mine
  readonly way: PayoutWay
  readonly typed: string
  readonly onTyped: (typed: string) => void
  /** What stands in the way; null: nothing, or nothing typed yet. */
  readonly wrong: string | null
  /** What there is to be withdrawn, or what so much of it leads to. */
  readonly outcome: string
}

/** How much, with every limit said before the tap. */
export function AmountCard({ mine, way, typed, onTyped, wrong, outcome }: Props) {
  const all = (fen: Fen) => onTyped(figureText(fen, 100))
  return (
    <View className='amount'>
      <Text className='amount__label'>提现金额</Text>
      <View className='amount__line'>
        <Text className='amount__sign'>¥</Text>
        <Input
          className='amount__input'
          type='digit'
          value={typed}
          maxlength={9}
          placeholder='0.00'
          placeholderClass='amount__placeholder'
          aria-label='提现金额'
          onInput={(e) => onTyped(e.detail.value)}
        />
        <View className='amount__all' onClick={() => all(mostNow(mine, way))}>
          <Text>全部</Text>
        </View>
      </View>
      <Text className={cx('amount__word', wrong !== null && 'amount__word--wrong')}>{wrong ?? outcome}</Text>
      <Text className='amount__limits'>{limitWords(mine.offer)}</Text>
    </View>
  )
}
