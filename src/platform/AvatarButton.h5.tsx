import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { bridge } from './bridge.h5'

type Props = {
  readonly className?: string
  readonly children: ReactNode
  /** A local picture that `upload` takes. Not called when the person closes the chooser. */
  readonly onChosen: (local: string) => void
}

/** WeChat's own avatar chooser. It needs the privacy guide's consent first. */
export function AvatarButton({ className, children, onChosen }: Props) {
  const choose = () => {
    bridge()
      ?.chooseAvatar()
      .then(({ dataUrl }) => onChosen(dataUrl))
      .catch(() => undefined) // closed without choosing
  }
  return (
    <View className={className ?? ''} onClick={choose}>
      {children}
    </View>
  )
}
