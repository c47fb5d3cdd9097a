import { Button } from '@tarojs/components'
import './buttons.scss'
import type { AvatarButtonProps, PhoneButtonProps } from './types'

export function PhoneButton({ className = '', children, onCode, onRefused }: PhoneButtonProps) {
  return (
    <Button
      className={`bare-button ${className}`}
      openType='getPhoneNumber'
      onGetPhoneNumber={({ detail }) => {
        if (typeof detail.code === 'string' && detail.code !== '') onCode(detail.code)
        else onRefused()
      }}
    >
      {children}
    </Button>
  )
}

export function AvatarButton({ className = '', children, onPick }: AvatarButtonProps) {
  return (
    <Button
      className={`bare-button ${className}`}
      openType='chooseAvatar'
      onChooseAvatar={({ detail }) => onPick(detail.avatarUrl)}
    >
      {children}
    </Button>
  )
}
