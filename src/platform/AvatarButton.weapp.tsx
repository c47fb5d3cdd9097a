import { Button } from '@tarojs/components'
import type { ReactNode } from 'react'
import '../ui/open-button.scss'

type Props = {
  readonly className?: string
  readonly children: ReactNode
  /** A local picture that `upload` takes. Not called when the person closes the chooser. */
  readonly onChosen: (local: string) => void
}

/** WeChat's own avatar chooser. It needs the privacy guide's consent first. */
export function AvatarButton({ className, children, onChosen }: Props) {
  return (
    <Button
      className={`open-button ${className ?? ''}`}
      openType='chooseAvatar'
      onChooseAvatar={(e) => onChosen(String(e.detail.avatarUrl))}
    >
      {children}
    </Button>
  )
}
