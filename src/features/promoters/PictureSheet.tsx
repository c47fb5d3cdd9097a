import { Image, View } from '@tarojs/components'
import { canSendPicture, sendPicture } from '@/platform/album'
import { localPicture } from '@/platform/local-picture'
import { picture } from '@/platform/picture'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Sheet } from '@/ui/Sheet'
import { toast } from '@/ui/toast'
import './PictureSheet.scss'

type Props = {
  readonly file: string
  /** May return a promise: the button stays busy until it settles. */
  readonly onSave: () => unknown
  readonly onClose: () => void
}

/** One picture, large, to keep or to send. */
export function PictureSheet({ file, onSave, onClose }: Props) {
  return (
    <Sheet
      open
      onClose={onClose}
      footer={
        <View className='picture-sheet__deeds'>
          {canSendPicture && (
            <PrimaryButton className='picture-sheet__deed' tone='plain' onTap={() => send(file)}>
              发给朋友
            </PrimaryButton>
          )}
          <PrimaryButton className='picture-sheet__deed' onTap={onSave}>
            保存到相册
          </PrimaryButton>
        </View>
      }
    >
      <View className='picture-sheet'>
        <Image
          className='picture-sheet__picture'
          src={picture(file)}
          mode='aspectFit'
          showMenuByLongpress
          aria-label='素材图片'
        />
      </View>
    </Sheet>
  )
}

async function send(file: string): Promise<void> {
  const local = await localPicture(file)
  if (local === null) toast('图片没有取到，请检查网络后再试')
  else await sendPicture(local)
}
