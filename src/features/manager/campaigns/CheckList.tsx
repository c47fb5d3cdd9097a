import { Text, View } from '@tarojs/components'
import { cx } from '@/ui/cx'
import { Icon } from '@/ui/Icon'
import './CheckList.scss'

export type Checkable = {
  readonly id: string
  readonly name: string
  /** A heading that stands over it. */
  readonly under?: string
}
type Props = {
  readonly items: readonly Checkable[]
  readonly chosen: readonly string[]
  readonly onChange: (ids: string[]) => void
}

/** `id` in or out of a list. What is no longer to be seen goes on being in it until it is tapped away elsewhere. */
export const toggled = <T,>(list: readonly T[], id: T): T[] =>
  list.includes(id) ? list.filter((one) => one !== id) : [...list, id]

/** Rows that can be ticked, any number of them. */
export function CheckList({ items, chosen, onChange }: Props) {
  return (
    <View className='check-list'>
      {items.map(({ id, name, under }) => (
        <View key={id}>
          {under !== undefined && <Text className='check-list__under'>{under}</Text>}
          <View className='check-list__row' onClick={() => onChange(toggled(chosen, id))}>
            <Text className='check-list__name'>{name}</Text>
            <View className={cx('check-list__box', chosen.includes(id) && 'check-list__box--on')}>
              {chosen.includes(id) && <Icon name='check' size='s' />}
            </View>
          </View>
        </View>
      ))}
    </View>
  )
}
