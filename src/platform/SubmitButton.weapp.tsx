import { Button } from '@tarojs/components'
import type { ReactNode } from 'react'

export type SubmitButtonProps = {
  readonly className: string
  readonly children: ReactNode
  /** What the tap does where the form's own submit event is not heard (H5). */
  readonly onTap: () => void
}

/** The button of a form: WeChat checks a nickname first, then sends the form's submit event. */
export function SubmitButton({ className, children }: SubmitButtonProps) {
  return (
    <Button className={className} formType='submit'>
      {children}
    </Button>
  )
}
