import { Text, View } from '@tarojs/components'
import { MOST_PICTURES } from '@shared/promoters/material-pictures'
import { choosePhotos } from '@/platform/photo'
import { picture } from '@/platform/picture'
import { Icon } from '@/ui/Icon'
import { Picture } from '@/ui/Picture'
import { toast } from '@/ui/toast'
import { without } from '../settings/parts'
import type { Photo } from './materials'
import './PhotoGrid.scss'

type Props = { readonly photos: readonly Photo[]; readonly onChange: (photos: readonly Photo[]) => void }

/** Up to nine pictures: each can be taken out, and more be added from the phone. */
export function PhotoGrid({ photos, onChange }: Props) {
  const left = MOST_PICTURES - photos.length
  const add = async () => {
    const choice = await choosePhotos(left)
    if (choice.kind === 'chosen')
      onChange([...photos, ...choice.files.slice(0, left).map((local) => ({ file: null, local }))])
    else if (choice.kind === 'unavailable') toast('图片打不开，换一张试试')
    else if (choice.forGood) toast('没有相册权限，请到手机设置里打开')
  }
  return (
    <View className='photo-grid'>
      {photos.map((photo, i) => (
        <View key={photo.local + (photo.file ?? '')} className='photo-grid__cell'>
          <Picture
            className='photo-grid__picture'
            src={photo.local === '' ? picture(photo.file ?? '') : photo.local}
            icon='note'
          />
          <View
            className='photo-grid__remove'
            aria-label={`删掉第 ${i + 1} 张图`}
            onClick={() => onChange(without(photos, i))}
          >
            <View className='photo-grid__cross'>
              <Icon name='close' size='s' />
            </View>
          </View>
        </View>
      ))}
      {left > 0 && (
        <View className='photo-grid__add' aria-label='加图片' onClick={() => void add()}>
          <Icon name='plus' />
          <Text className='photo-grid__count'>
            {photos.length}/{MOST_PICTURES}
          </Text>
        </View>
      )}
    </View>
  )
}
