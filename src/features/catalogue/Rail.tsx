import { ScrollView, Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { scrollListTo } from '@/platform/scroll'
import { Badge } from '@/ui/Badge'
import { cx } from '@/ui/cx'
import type { Section } from './sections'
import './Rail.scss'

type Props = {
  readonly sections: readonly Section[]
  readonly active: number
  /** How many of each category are in the cart, by category id. */
  readonly counts: Readonly<Record<string, number>>
  readonly onTap: (index: number) => void
}

const RAIL = 'menu-rail'
const ITEM_PX = 60
/** Items that stay above the active one when the rail itself scrolls. */
const ABOVE = 4

/** The categories at the left, with how many of each are in the cart. */
export function Rail({ sections, active, counts, onTap }: Props) {
  useEffect(() => {
    if (sections.length > ABOVE * 2) scrollListTo(RAIL, Math.max(0, active - ABOVE) * ITEM_PX)
  }, [active, sections.length])
  return (
    <ScrollView id={RAIL} className='rail' scrollY enhanced>
      {sections.map(({ category }, index) => (
        <View
          key={category.id}
          className={cx('rail__item', index === active && 'rail__item--on')}
          onClick={() => onTap(index)}
        >
          <Text className='rail__name'>{category.name}</Text>
          <View className='rail__badge'>
            <Badge count={counts[category.id] ?? 0} />
          </View>
        </View>
      ))}
    </ScrollView>
  )
}
