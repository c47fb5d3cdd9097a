import { Text, View } from '@tarojs/components'
import './Badge.scss'

type Props = {
  /** Nothing shows at 0; above 99 it says 99+. */
  readonly count: number
}

/** A small count on a corner. Place it inside a positioned parent, or beside words. */
export function Badge({ count }: Props) {
  if (count <= 0) return null
  return (
    <View className='ui-badge'>
      <Text>{count > 99 ? '99+' : String(count)}</Text>
    </View>
  )
}
