import { Image, Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useMemo, useState } from 'react'
import type { WantedTarget } from '@shared/referral/contract'
import { join } from '@/features/members'
import { canSendPicture, savePicture, sendPicture } from '@/platform/album'
import { DrawingBoard } from '@/platform/DrawingBoard'
import { openSettings } from '@/platform/location'
import { goTo, TABS } from '@/platform/navigation'
import { Dialog } from '@/ui/Dialog'
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
  const [denied, setDenied] = useState(false)
  const save = async () => {
    const outcome = await savePicture(file, name)
    if (outcome === 'denied') return setDenied(true)
    if (outcome !== 'cancelled') toast(SAVED_WORDS[outcome])
  }
  const allow = async () => {
    setDenied(false)
    if (!(await openSettings())) toast('设置没有打开，长按海报也可以保存')
  }
  return (
    <View className='poster__actions'>
      {canSendPicture && (
        <PrimaryButton className='poster__action' tone='plain' size='l' onTap={() => sendPicture(file)}>
          发给朋友
        </PrimaryButton>
      )}
      <PrimaryButton className='poster__action' size='l' onTap={save}>
        保存到相册
      </PrimaryButton>
      <Dialog
        open={denied}
        title='还不能存到相册'
        confirmText='去打开'
        onConfirm={allow}
        onCancel={() => setDenied(false)}
      >
        <Text>之前没有同意使用相册。在设置里打开“添加到相册”，回来就能保存。</Text>
      </Dialog>
    </View>
  )
}

const SAVED_WORDS = {
  saved: '已保存到相册',
  downloading: '正在下载，没有动静就长按海报保存',
  failed: '没有存上，长按海报也可以保存',
} as const
