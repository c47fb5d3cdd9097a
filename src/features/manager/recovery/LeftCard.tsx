import { Text, View } from '@tarojs/components'
import type { LeftOrder } from '@shared/recovery/contract'
import { cx } from '@/ui/cx'
import { Money } from '@/ui/Money'
import { doneWords, outcomeWords, whenWords, whyWords } from './words'
import './LeftCard.scss'

/** One order that was left: whose it was, what was done about it, why there was no coupon, and what came of it. */
export function LeftCard({ left }: { readonly left: LeftOrder }) {
  const { member, goods, payFen, at, reminder, given } = left
  const [reminded, coupon] = doneWords(left)
  const outcome = outcomeWords(left)
  return (
    <View className='left-card'>
      <View className='left-card__head'>
        <Text className='left-card__who'>{member === '' ? '没有留名的顾客' : member}</Text>
        <Text className='left-card__at'>{whenWords(at)} 处理</Text>
      </View>
      <View className='left-card__head'>
        <Text className='left-card__goods'>{goods}</Text>
        <Money fen={payFen} size='s' />
      </View>
      <View className='left-card__done'>
        <Mark words={reminded} good={reminder === 'pushed' || reminder === 'inApp' || reminder === 'paid'} />
        <Mark words={coupon} good={given} />
      </View>
      {whyWords(left).map((words) => (
        <Text key={words} className='left-card__why'>
          {words}
        </Text>
      ))}
      {outcome !== '' && <Text className='left-card__why'>{outcome}</Text>}
    </View>
  )
}

const Mark = ({ words, good }: { readonly words: string; readonly good: boolean }) => (
  <Text className={cx('left-card__mark', good && 'left-card__mark--good')}>{words}</Text>
)
