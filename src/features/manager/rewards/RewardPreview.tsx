import { Text, View } from '@tarojs/components'
import type { CouponChoice, RewardDraft } from '@shared/rewards/contract'
import { termsOf } from '@shared/rewards/terms'
import { ruleView } from '@shared/rewards/words'
import './RewardPreview.scss'

type Props = { readonly draft: RewardDraft; readonly coupons: readonly CouponChoice[] }

/** The rule as members will read it: three steps, and the terms beside the button. */
export function RewardPreview({ draft, coupons }: Props) {
  const titles = new Map(coupons.map(({ id, title }) => [id, title]))
  const terms = termsOf('preview', draft, titles, 12)
  if (terms === null) return null
  const { steps, terms: texts } = ruleView(terms)
  return (
    <View className='reward-preview'>
      <Text className='reward-preview__title'>顾客会看到</Text>
      <View className='reward-preview__steps'>
        {steps.map((step, i) => (
          <View key={step} className='reward-preview__step'>
            <Text className='reward-preview__number'>{i + 1}</Text>
            <Text className='reward-preview__words'>{step}</Text>
          </View>
        ))}
      </View>
      {texts.map((text) => (
        <Text key={text} className='reward-preview__term'>
          {text}
        </Text>
      ))}
    </View>
  )
}
