import { View } from '@tarojs/components'
import { copyLink, posterPath, type Passed } from '@/features/referral'
import { goTo } from '@/platform/navigation'
import { ShareButton } from '@/platform/ShareButton'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { toast } from '@/ui/toast'
import './ShareDeeds.scss'

type Props = {
  /** What is passed on. The card is what the page's `useShopCard` gives. */
  readonly passed: Passed
}

/** The ways to pass something on: a poster, a link, a card. */
export function ShareDeeds({ passed }: Props) {
  const copy = async () => {
    const failed = await copyLink(passed)
    if (failed !== null) toast(failed)
  }
  return (
    <View className='share-deeds'>
      <PrimaryButton className='share-deeds__one' tone='plain' onTap={() => goTo(posterPath(passed.target))}>
        海报
      </PrimaryButton>
      <PrimaryButton className='share-deeds__one' tone='plain' onTap={copy}>
        复制链接
      </PrimaryButton>
      <ShareButton className='share-deeds__one share-deeds__one--card'>发给朋友</ShareButton>
    </View>
  )
}
