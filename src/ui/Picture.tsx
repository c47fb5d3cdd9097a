import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { cx } from './cx'
import { Icon, type IconName } from './Icon'
import './Picture.scss'

type Props = {
  /** '' shows the drawing. */
  readonly src: string
  /** Gives the size and the corners. */
  readonly className?: string
  /** Stands in for a picture that is missing or doesn't load. */
  readonly icon?: IconName
  readonly iconSize?: 'm' | 'l' | 'xl'
}

/** A picture that fills its frame, with a drawing behind it for as long as it is not there. */
export function Picture({ src, className, icon = 'cup', iconSize = 'l' }: Props) {
  const [failed, setFailed] = useState('')
  return (
    <View className={cx('ui-picture', className)}>
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
  )
}
