import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cx } from './cx'
import './Ticket.scss'

type Props = {
  /** The stub: the large number. */
  readonly stub: ReactNode
  readonly children: ReactNode
  /** At the right end: a button or a mark. */
  readonly action?: ReactNode
  /** Used or expired: grey. */
  readonly dead?: boolean
  readonly chosen?: boolean
  readonly onTap?: () => void
}

/** The shape of a coupon: a stub, a perforation with two bites, the body. */
export function Ticket({ stub, children, action, dead = false, chosen = false, onTap }: Props) {
  return (
    <View
      className={cx('ui-ticket', dead && 'ui-ticket--dead', chosen && 'ui-ticket--chosen')}
      onClick={() => onTap?.()}
    >
      <View className='ui-ticket__stub'>{stub}</View>
      <View className='ui-ticket__tear' />
      <View className='ui-ticket__body'>
        <View className='ui-ticket__words'>{children}</View>
        {action}
      </View>
    </View>
  )
}
