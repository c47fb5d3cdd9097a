import { Text, View } from '@tarojs/components'
import { Badge } from './Badge'
import { cx } from './cx'
import './Segments.scss'

type Item<Id extends string> = { readonly id: Id; readonly label: string; readonly count?: number }
type Props<Id extends string> = {
  readonly items: readonly Item<Id>[]
  readonly chosen: Id
  readonly onChoose: (id: Id) => void
}

/** A row of tabs inside a page, each with an optional count. */
export function Segments<Id extends string>({ items, chosen, onChoose }: Props<Id>) {
  return (
    <View className='ui-segments'>
      {items.map((item) => (
        <View
          key={item.id}
          className={cx('ui-segments__item', item.id === chosen && 'ui-segments__item--on')}
          onClick={() => {
            if (item.id !== chosen) onChoose(item.id)
          }}
        >
          <Text>{item.label}</Text>
          <Badge count={item.count ?? 0} />
        </View>
      ))}
    </View>
  )
}
