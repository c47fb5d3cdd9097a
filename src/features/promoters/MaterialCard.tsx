import { Text, View } from '@tarojs/components'
import type { Material } from '@shared/promoters/materials-contract'
import { copyText } from '@/platform/clipboard'
import { picture } from '@/platform/picture'
import { Picture } from '@/ui/Picture'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { toast } from '@/ui/toast'
import './MaterialCard.scss'

type Props = {
  readonly material: Material
  /** What it is about, in a word. */
  readonly about: string
  readonly onPicture: (file: string) => void
  /** May return a promise: the button stays busy until it settles. */
  readonly onSave: () => unknown
  readonly onShare: () => void
}

/** Words and pictures to pass on. */
export function MaterialCard({ material, about, onPicture, onSave, onShare }: Props) {
  const { title, text, pictures } = material
  return (
    <View className='material'>
      <View className='material__head'>
        <Text className='material__title'>{title}</Text>
        <Text className='material__about'>{about}</Text>
      </View>
      <Text className='material__text' selectable>
        {text}
      </Text>
      {pictures.length > 0 && (
        <View className='material__pictures'>
          {pictures.map((file, i) => (
            <View key={file} aria-label={`第 ${i + 1} 张图`} onClick={() => onPicture(file)}>
              <Picture className='material__picture' src={picture(file)} />
            </View>
          ))}
        </View>
      )}
      <View className='material__deeds'>
        <PrimaryButton className='material__deed' size='s' tone='plain' onTap={() => copy(text)}>
          复制文案
        </PrimaryButton>
        {pictures.length > 0 && (
          <PrimaryButton className='material__deed' size='s' tone='plain' onTap={onSave}>
            {pictures.length === 1 ? '保存图片' : `保存 ${pictures.length} 张图`}
          </PrimaryButton>
        )}
        <PrimaryButton className='material__deed' size='s' onTap={onShare}>
          分享
        </PrimaryButton>
      </View>
    </View>
  )
}

async function copy(text: string): Promise<void> {
  if (!(await copyText(text))) toast('没有复制成功，长按文字也可以复制')
}
