import { Text, View } from '@tarojs/components'
import { useMe } from '@/features/members'
import { goTo } from '@/platform/navigation'
import { ShareButton } from '@/platform/ShareButton'
import { toast } from '@/ui/toast'
import { posterPath } from './paths'
import { copyLink, type Passed } from './share'
import './PassOn.scss'

type Props = {
  /** What a link leads to. The card is what the page's `useShopCard` gives. */
  readonly passed: Passed
}

/** 发给朋友, and for members a link for use elsewhere. Quiet: WeChat forbids to urge. */
export function PassOn({ passed }: Props) {
  const isMember = useMe((s) => (s.me?.member ?? null) !== null)
  const copy = async () => {
    const failed = await copyLink(passed)
    if (failed !== null) toast(failed)
  }
  return (
    <View className='pass-on'>
      <ShareButton className='pass-on__way'>发给朋友</ShareButton>
      {isMember && (
        <View className='pass-on__way' onClick={() => goTo(posterPath(passed.target))}>
          <Text>海报</Text>
        </View>
      )}
      {isMember && (
        <View className='pass-on__way' onClick={() => void copy()}>
          <Text>复制链接</Text>
        </View>
      )}
    </View>
  )
}
