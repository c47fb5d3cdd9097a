import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { bridge } from './bridge.h5'

type Props = {
  readonly className?: string
  readonly children: ReactNode
  /** The code for `members.bindPhone`, or null when the person refused. */
  readonly onCode: (code: string | null) => void
}

/** WeChat's phone number button. */
export function PhoneButton({ className, children, onCode }: Props) {
  const ask = () => {
    const shell = bridge()
    if (shell === null) return onCode(null)
    shell.getPhoneNumber().then(
      ({ code }) => onCode(code),
      () => onCode(null),
    )
  }
  return (
    <View className={className ?? ''} onClick={ask}>
      {children}
    </View>
  )
}
