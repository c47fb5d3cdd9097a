import { View } from '@tarojs/components'
import './Skeleton.scss'

type Props = {
  /** How many grey blocks. */
  readonly rows?: number
  /** line: a line of words · card: a card of a list · hero: the large block on top */
  readonly shape?: 'line' | 'card' | 'hero'
}

/** Grey blocks in the place of what is on its way. */
export function Skeleton({ rows = 3, shape = 'card' }: Props) {
  return (
    <View className='ui-skeleton' aria-label='正在加载'>
      {Array.from({ length: rows }, (_, i) => (
        <View key={i} className={`ui-skeleton__block ui-skeleton__block--${shape}`} />
      ))}
    </View>
  )
}
