import { Button } from '@tarojs/components'
import type { SubmitButtonProps } from './SubmitButton.weapp'

/** Taro's button does not reach its form on H5: here the tap itself submits. */
export function SubmitButton({ className, children, onTap }: SubmitButtonProps) {
  return (
    <Button className={className} onClick={onTap}>
      {children}
    </Button>
  )
}
