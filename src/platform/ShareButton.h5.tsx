import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { bridge } from './bridge.h5'

type Props = {
  readonly className?: string
  readonly children: ReactNode
}

/** Forwards the page on top: what its `useShare` gives. */
export function ShareButton({ className, children }: Props) {
  return (
    <View className={className ?? ''} onClick={() => bridge()?.shareAppMessage()}>
      {children}
    </View>
  )
}
