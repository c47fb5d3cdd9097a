import { View } from '@tarojs/components'
import { bridge } from './bridge.h5'
import type { AvatarButtonProps, PhoneButtonProps } from './types'

/** `openType` never fires in a browser: the phone shell asks instead. */
export function PhoneButton({ className = '', children, onCode, onRefused }: PhoneButtonProps) {
  const tap = async () => {
    try {
      const answer = await bridge()?.getPhoneNumber()
      if (answer === undefined) onRefused()
      else onCode(answer.code)
    } catch {
      onRefused()
    }
  }
  return (
    <View className={className} onClick={() => void tap()}>
      {children}
    </View>
  )
}

export function AvatarButton({ className = '', children, onPick }: AvatarButtonProps) {
  const tap = async () => {
    try {
      const answer = await bridge()?.chooseAvatar()
      if (answer !== undefined) onPick(answer.dataUrl)
    } catch {
      // Closed without choosing.
    }
  }
  return (
    <View className={className} onClick={() => void tap()}>
      {children}
    </View>
  )
}
