import { Button } from '@tarojs/components'
import type { ReactNode } from 'react'
import '../ui/open-button.scss'

type Props = {
  readonly className?: string
  readonly children: ReactNode
}

/** Forwards the page on top: what its `useShare` gives. */
export function ShareButton({ className, children }: Props) {
  return (
    <Button className={`open-button ${className ?? ''}`} openType='share'>
      {children}
    </Button>
  )
}
