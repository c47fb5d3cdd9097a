import { Button } from '@tarojs/components'
import type { ReactNode } from 'react'
import '../ui/open-button.scss'

type Props = {
  readonly className?: string
  readonly children: ReactNode
  /** The code for `members.bindPhone`, or null when the person refused. */
  readonly onCode: (code: string | null) => void
}

/** WeChat's phone number button. */
export function PhoneButton({ className, children, onCode }: Props) {
  return (
    <Button
      className={`open-button ${className ?? ''}`}
      openType='getPhoneNumber'
      onGetPhoneNumber={(e) => onCode(e.detail.code ?? null)}
    >
      {children}
    </Button>
  )
}
