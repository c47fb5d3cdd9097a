import { Input, Text, View } from '@tarojs/components'
import { Icon } from '@/ui/Icon'
import { Segments } from '@/ui/Segments'
import type { Filter } from './rows'
import './StockHead.scss'

type Props = {
  readonly words: string
  readonly onWords: (words: string) => void
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  readonly counts: Readonly<Record<Exclude<Filter, 'all'>, number>>
}

/** Looks for a product by its name, or for what is off or counted. Stays on top while the list scrolls. */
export function StockHead({ words, onWords, filter, onFilter, counts }: Props) {
  return (
    <View className='stock-head'>
      <View className='stock-head__search'>
        <Icon name='search' size='s' />
        <Input
          className='stock-head__input'
          value={words}
          maxlength={20}
          placeholder='搜商品名'
          aria-label='搜商品名'
          onInput={(e) => onWords(e.detail.value)}
        />
        {words !== '' && (
          <View className='stock-head__clear' aria-label='清除' onClick={() => onWords('')}>
            <Icon name='close' size='s' />
          </View>
        )}
      </View>
      <Segments<Filter>
        items={[
          { id: 'all', label: '全部' },
          { id: 'off', label: '卖不了', count: counts.off },
          { id: 'counted', label: counts.counted > 0 ? `限量 ${counts.counted}` : '限量' },
        ]}
        chosen={filter}
        onChoose={onFilter}
      />
    </View>
  )
}

type RailProps = {
  readonly categories: readonly { readonly id: string; readonly name: string; readonly off: number }[]
  readonly chosen: string
  readonly onChoose: (categoryId: string) => void
}

/** The menu's categories, with how many sizes of each can't be had. */
export function StockRail({ categories, chosen, onChoose }: RailProps) {
  return (
    <View className='stock-rail'>
      {categories.map(({ id, name, off }) => (
        <View
          key={id}
          className={id === chosen ? 'stock-rail__item stock-rail__item--on' : 'stock-rail__item'}
          onClick={() => onChoose(id)}
        >
          <Text>{name}</Text>
          {off > 0 && <Text className='stock-rail__off'>{off} 卖不了</Text>}
        </View>
      ))}
    </View>
  )
}
