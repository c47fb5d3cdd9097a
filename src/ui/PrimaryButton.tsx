import { View } from '@tarojs/components'
import { useRef, useState, type ReactNode } from 'react'
import { cx } from './cx'
import './PrimaryButton.scss'

type Props = {
  readonly children: ReactNode
  /** May return a promise: until it settles the button is busy and further taps do nothing. */
  readonly onTap: () => unknown
  readonly busy?: boolean
  readonly disabled?: boolean
  /** accent: what to do next · green: good to go · plain: outlined · danger: can't be undone */
  readonly tone?: 'accent' | 'green' | 'plain' | 'danger'
  readonly size?: 's' | 'm' | 'l'
  readonly className?: string
}

const isPromise = (x: unknown): x is Promise<unknown> => x instanceof Promise

/**
 * A button that can't be tapped twice. `onTap` is called inside the tap itself, before anything is awaited, because
 * WeChat grants some questions (subscribe messages) only to a tap. A rejected promise is rethrown unhandled: it is a bug.
 */
export function PrimaryButton(props: Props) {
  const { children, onTap, busy = false, disabled = false, tone = 'accent', size = 'm', className } = props
  const locked = useRef(false)
  const [running, setRunning] = useState(false)
  const idle = !busy && !disabled && !running

  const tap = () => {
    if (!idle || locked.current) return
    const outcome = onTap()
    if (!isPromise(outcome)) return
    locked.current = true
    setRunning(true)
    void outcome.finally(() => {
      locked.current = false
      setRunning(false)
    })
  }

  return (
    <View
      className={cx(
        'ui-button',
        `ui-button--${tone}`,
        `ui-button--${size}`,
        disabled && 'ui-button--disabled',
        (busy || running) && 'ui-button--busy',
        className,
      )}
      hoverClass={idle ? 'ui-button--pressed' : 'none'}
      onClick={tap}
    >
      {(busy || running) && <View className='ui-button__spinner' />}
      {children}
    </View>
  )
}
