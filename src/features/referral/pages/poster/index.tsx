import { Image, Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useMemo } from 'react'
import type { WantedTarget } from '@shared/referral/contract'
import { join } from '@/features/members'
import { canSendPicture, sendPicture } from '@/platform/album'
import { DrawingBoard } from '@/platform/DrawingBoard'
import { goTo, TABS } from '@/platform/navigation'
import { useAlbum } from '@/platform/use-album'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { toast } from '@/ui/toast'
import { BOARD, drawPoster, putPosterAway, usePoster } from '../../poster-store'
import type { Draft } from '../../poster/subject'
import { targetIn } from '../../target'
import { useDraft } from '../../use-draft'
import './index.scss'

/** The poster of the shop, of a product (`?product=`) or of a coupon (`?campaign=`). */
export default function PosterPage() {
  const { product, campaign } = useRouter().params
  const target = useMemo(() => targetIn({ product, campaign }), [product, campaign])
  const drafted = useDraft(target)
  useEffect(() => putPosterAway, [])
  if (drafted.is === 'ready') return <ReadyPoster target={target} draft={drafted.draft} />
  return (
    <Page title='海报'>
      {drafted.is === 'waiting' && <Drawing />}
      {drafted.is === 'failed' && <ErrorState {...drafted.failed} onRetry={drafted.again} />}
      {drafted.is === 'gone' && (
        <Empty
          icon='cup'
          title='这一样现在没有了'
          hint='换一样，再生成海报'
          action={{ text: '看看菜单', onTap: () => goTo(TABS.menu) }}
        />
      )}
      {drafted.is === 'stranger' && (
        <Empty
          icon='qr'
          title='入会后生成你的海报'
          hint='海报上的码会记得是你推荐的。免费，一点就好'
          action={{ text: '免费入会', onTap: joinHere }}
        />
      )}
    </Page>
  )
}

async function joinHere(): Promise<void> {
  const refused = await join()
  if (refused !== null) toast(refused)
}

const Drawing = () => (
  <View className='poster'>
    <View className='poster__sheet poster__sheet--waiting'>
      <Text className='poster__word'>正在画海报</Text>
    </View>
  </View>
)

type ReadyProps = { readonly target: WantedTarget; readonly draft: Draft }

function ReadyPoster({ target, draft }: ReadyProps) {
  const { file, failed } = usePoster()
  // The person may be told anew without a change that the poster shows.
  const words = JSON.stringify(draft)
  useEffect(() => {
    void drawPoster(target, JSON.parse(words) as Draft)
  }, [target, words])
  return (
    <Page title='海报' {...(file === null ? {} : { footer: <Actions file={file} name={nameOf(draft)} /> })}>
      <DrawingBoard id={BOARD} />
      {failed !== null && <ErrorState {...failed} onRetry={() => drawPoster(target, draft)} />}
      {file === null && failed === null && <Drawing />}
      {file !== null && (
        <View className='poster'>
          <View className='poster__sheet'>
            <Image
              className='poster__picture'
              src={file}
              mode='scaleToFill'
              showMenuByLongpress
              aria-label='海报'
            />
          </View>
          <Text className='poster__note'>海报上只有你的头像和隐去的昵称，没有手机号</Text>
        </View>
      )}
    </Page>
  )
}

function nameOf({ content: { shopName, subject } }: Draft): string {
  if (subject.kind === 'shop') return shopName
  return `${shopName}-${subject.kind === 'product' ? subject.name : subject.title}`
}

type ActionsProps = { readonly file: string; readonly name: string }

function Actions({ file, name }: ActionsProps) {
  const { save, guide } = useAlbum()
  return (
    <View className='poster__actions'>
      {canSendPicture && (
        <PrimaryButton className='poster__action' tone='plain' size='l' onTap={() => sendPicture(file)}>
          发给朋友
        </PrimaryButton>
      )}
      <PrimaryButton className='poster__action' size='l' onTap={() => save([file], name)}>
        保存到相册
      </PrimaryButton>
      {guide}
    </View>
  )
}
