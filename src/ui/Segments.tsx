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
          className={cx(
            'ui-segments__item',
            item.id === chosen && 'ui-segments__item--on',
            item.count !== undefined && 'ui-segments__item--counted',
          )}
          onClick={() => {
            if (item.id !== chosen) onChoose(item.id)
          }}
        >
          <View className='ui-segments__label'>
            <Text>{item.label}</Text>
            <View className='ui-segments__count'>
              <Badge count={item.count ?? 0} />
            </View>
          </View>
        </View>
      ))}
    </View>
  )
}
