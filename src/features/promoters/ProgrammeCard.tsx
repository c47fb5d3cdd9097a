import { Text, View } from '@tarojs/components'
import type { Offer } from '@shared/promoters/contract'
import { limitWords, wayWords } from './words'
import './ProgrammeCard.scss'

const stepsOf = ({ returnDays }: Offer): readonly string[] => [
  '店家同意后，你就是本店的推客，不收任何费用',
  '朋友从你的分享入会，之后每次下单，都按商品实付金额给你记佣金',
  returnDays === 0
    ? '朋友收货后可以提现；退款的部分会收回'
    : `朋友收货 ${returnDays} 天后可以提现；退款的部分会收回`,
]

/** How the programme works, and how what it pays can be had. No rates: those are told to promoters alone. */
export function ProgrammeCard({ offer }: { readonly offer: Offer }) {
  const ways = wayWords(offer)
  return (
    <View className='programme'>
      <Text className='programme__title'>推荐朋友来，有佣金</Text>
      {stepsOf(offer).map((words, i) => (
        <View key={words} className='programme__step'>
          <Text className='programme__number'>{i + 1}</Text>
          <Text className='programme__words'>{words}</Text>
        </View>
      ))}
      <View className='programme__facts'>
        {ways !== '' && <Text className='programme__fact'>提现方式：{ways}</Text>}
        <Text className='programme__fact'>{limitWords(offer)}</Text>
        <Text className='programme__fact'>转发本身没有奖励，佣金只有一级</Text>
      </View>
    </View>
  )
}
