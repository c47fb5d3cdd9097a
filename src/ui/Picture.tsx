import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { Icon, type IconName } from './Icon'
import './Picture.scss'

type Props = {
  /** '' shows the drawing. */
  readonly src: string
  /** The frame: its size, corners, ground, and the drawing's colour. */
  readonly className: string
  /** Stands in for a picture that is missing or doesn't load. */
  readonly icon?: IconName
  readonly iconSize?: 'm' | 'l' | 'xl'
}

/** A picture that fills its frame, with a drawing behind it for as long as it is not there. */
export function Picture({ src, className, icon = 'cup', iconSize = 'l' }: Props) {
  const [failed, setFailed] = useState('')
  return (
    <View className={className}>
      <View className='ui-picture'>
        <Icon name={icon} size={iconSize} />
        {src !== '' && src !== failed && (
          <Image
            className='ui-picture__image'
            src={src}
            mode='aspectFill'
            lazyLoad
            onError={() => setFailed(src)}
          />
        )}
      </View>
    </View>
  )
}
