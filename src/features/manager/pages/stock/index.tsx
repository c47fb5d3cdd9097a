import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { Menu, Product, Sku } from '@shared/catalogue/contract'
import { refreshShop, useShop } from '@/features/catalogue'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Skeleton } from '@/ui/Skeleton'
import { countOf, offByCategory, rowsOf, type Filter } from '../../stock/rows'
import { openStock, useStock } from '../../stock/store'
import { StockHead, StockRail } from '../../stock/StockHead'
import { StockRow } from '../../stock/StockRow'
import { StockSheet } from '../../stock/StockSheet'
import { NotStaff, Workplace } from '../../Workplace'
import './index.scss'

export default function ManagerStockPage() {
  return <Workplace title='库存'>{(storeId) => <StoreStock key={storeId} storeId={storeId} />}</Workplace>
}

function StoreStock({ storeId }: { readonly storeId: string }) {
  const menu = useShop((s) => s.menu)
  const shopFailure = useShop((s) => s.failure)
  const role = useStock((s) => (s.storeId === storeId ? s.role : null))
  const failed = useStock((s) => s.failed)
  useEffect(() => void openStock(storeId), [storeId])
  usePullDownRefresh(() => {
    void openStock(storeId).finally(() => Taro.stopPullDownRefresh())
  })
  const again = () => Promise.all([openStock(storeId), menu === null ? refreshShop() : null])
  if (failed?.code === 'FORBIDDEN') return <NotStaff />
  if (role === null || menu === null) {
    const failure = failed ?? (shopFailure === null ? null : { sentence: shopFailure })
    return (
      <View className='stock'>
        {failure === null ? <Skeleton rows={6} /> : <ErrorState {...failure} onRetry={again} />}
      </View>
    )
  }
  return <StockOf menu={menu} />
}

type Counting = { readonly product: Product; readonly sku: Sku }

function StockOf({ menu }: { readonly menu: Menu }) {
  const stocks = useStock((s) => s.skus)
  const role = useStock((s) => s.role)
  const [words, setWords] = useState('')
  const [filter, setFilter] = useState<Filter>('all')
  const [counting, setCounting] = useState<Counting | null>(null)
  return (
    <>
      <StockHead
        words={words}
        onWords={setWords}
        filter={filter}
        onFilter={setFilter}
        counts={{ off: countOf(menu, stocks, 'off'), counted: countOf(menu, stocks, 'counted') }}
      />
      <StockList
        menu={menu}
        words={words}
        filter={filter}
        onCount={(product, sku) => setCounting({ product, sku })}
      />
      {counting !== null && role !== null && (
        <StockSheet {...counting} role={role} onClose={() => setCounting(null)} />
      )}
    </>
  )
}

type ListProps = {
  readonly menu: Menu
  readonly words: string
  readonly filter: Filter
  readonly onCount: (product: Product, sku: Sku) => void
}

function StockList({ menu, words, filter, onCount }: ListProps) {
  const stocks = useStock((s) => s.skus)
  const [chosen, setChosen] = useState('')
  const off = offByCategory(menu, stocks)
  const categories = menu.categories
    .filter(({ id }) => off[id] !== undefined)
    .map((category) => ({ ...category, off: off[category.id] ?? 0 }))
  const categoryId = categories.some((c) => c.id === chosen) ? chosen : (categories[0]?.id ?? '')
  const rows = rowsOf(menu, stocks, { filter, words, categoryId })
  const byCategory = filter === 'all' && words.trim() === ''
  return (
    <View className='stock-list'>
      {byCategory && <StockRail categories={categories} chosen={categoryId} onChoose={setChosen} />}
      <View className='stock-list__rows'>
        {rows.length === 0 && <NoRows filter={filter} words={words} />}
        {rows.map((row) => (
          <StockRow key={row.product.id} {...row} onCount={onCount} />
        ))}
      </View>
    </View>
  )
}

function NoRows({ filter, words }: { readonly filter: Filter; readonly words: string }) {
  if (words.trim() !== '')
    return <Empty icon='search' title={`没有找到「${words.trim()}」`} hint='换个词试试' />
  if (filter === 'off') return <Empty icon='check' title='都在卖' hint='卖完或估清的规格会出现在这里' />
  if (filter === 'counted')
    return <Empty icon='box' title='没有限量的规格' hint='点规格旁边的「不限量」，可以设每天备几份' />
  return <Empty icon='cup' title='菜单还是空的' />
}
