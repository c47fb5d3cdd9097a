import { Text, View } from '@tarojs/components'
import type { RuleView } from '@shared/rewards/contract'
import { ShareButton } from '@/platform/ShareButton'
import { goTo } from '@/platform/navigation'
import { Icon, type IconName } from '@/ui/Icon'
import { toast } from '@/ui/toast'
import { SHOP } from './codes'
import { posterPath } from './paths'
import { copyLink } from './share'
import './InviteHero.scss'

type Props = {
  /** What bringing a friend brings; null: nothing at present, so nothing is promised. `undefined`: not known yet. */
  readonly rule: RuleView | null | undefined
  /** What whoever joins is given; null: nothing at present. */
  readonly welcome: string | null
}

const plainSteps = (welcome: string | null): readonly string[] => [
  '把小程序卡片、海报或链接发给朋友',
  welcome === null ? '朋友打开后，一点就能免费入会' : `朋友入会，得「${welcome}」`,
  '朋友入会、下单，下面都看得到',
]
const WHO_BROUGHT = '是谁带来的，以朋友入会前 30 天内最后打开的那次为准，入会后不再变。'
function termsOf(rule: Props['rule']): readonly string[] {
  if (rule === undefined) return [WHO_BROUGHT]
  return [...(rule?.terms ?? ['转发本身没有奖励，不用为了它打扰朋友。']), WHO_BROUGHT]
}

/** How it goes in three steps, the three ways to pass the shop on, and beside them the terms. */
export function InviteHero({ rule, welcome }: Props) {
  return (
    <View className='invite-hero'>
      <Text className='invite-hero__title'>好喝的，带朋友来尝尝</Text>
      {rule === undefined ? <Unknown /> : <Steps steps={rule?.steps ?? plainSteps(welcome)} />}
      <View className='invite-hero__ways'>
        <ShareButton className='invite-hero__way invite-hero__way--first'>
          <Way icon='card' name='发给朋友' />
        </ShareButton>
        <View className='invite-hero__way' onClick={() => goTo(posterPath(SHOP))}>
          <Way icon='qr' name='生成海报' />
        </View>
        <View className='invite-hero__way' onClick={() => void copy()}>
          <Way icon='copy' name='复制链接' />
        </View>
      </View>
      <View className='invite-hero__terms'>
        {rule && <Text className='invite-hero__heading'>活动规则</Text>}
        {termsOf(rule).map((term) => (
          <Text key={term} className='invite-hero__term'>
            {term}
          </Text>
        ))}
      </View>
    </View>
  )
}

const Steps = ({ steps }: { readonly steps: readonly string[] }) => (
  <>
    {steps.map((words, i) => (
      <View key={words} className='invite-hero__step'>
        <Text className='invite-hero__number'>{i + 1}</Text>
        <Text className='invite-hero__words'>{words}</Text>
      </View>
    ))}
  </>
)

/** As high as the steps, so that nothing jumps when they come. */
const Unknown = () => (
  <View aria-label='正在加载'>
    {[1, 2, 3].map((n) => (
      <View key={n} className='invite-hero__step'>
        <View className='invite-hero__wait' />
      </View>
    ))}
  </View>
)

async function copy(): Promise<void> {
  const failed = await copyLink({ target: SHOP })
  if (failed !== null) toast(failed)
}

const Way = ({ icon, name }: { readonly icon: IconName; readonly name: string }) => (
  <View className='invite-hero__inner'>
    <Icon name={icon} />
    <Text>{name}</Text>
  </View>
)
