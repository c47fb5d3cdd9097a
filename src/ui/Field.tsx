import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cx } from './cx'
import { Icon } from './Icon'
import './Field.scss'

type Props = {
  readonly label: string
  /** The value, an input, a switch. */
  readonly children?: ReactNode
  /** Small words under the row. */
  readonly hint?: string
  /** What is wrong with it; shown instead of the hint. */
  readonly error?: string
  /** The whole row can be tapped: an arrow shows. */
  readonly onTap?: () => void
}

/** One row of a form or a list of settings: label left, value right. */
export function Field({ label, children, hint, error, onTap }: Props) {
  const words = error ?? hint
  return (
    <View className={cx('ui-field', onTap !== undefined && 'ui-field--tap')} onClick={() => onTap?.()}>
      <View className='ui-field__row'>
        <Text className='ui-field__label'>{label}</Text>
        <View className='ui-field__value'>{children}</View>
        {onTap !== undefined && <Icon className='ui-field__arrow' name='right' size='s' />}
      </View>
      {words !== undefined && (
        <Text className={cx('ui-field__hint', error !== undefined && 'ui-field__hint--wrong')}>{words}</Text>
      )}
    </View>
  )
}
