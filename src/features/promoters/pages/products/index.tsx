import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { Menu, Product } from '@shared/catalogue/contract'
import { rateOf, type Rates } from '@shared/promoters/rates'
import { passedOn, refreshShop, useShop } from '@/features/catalogue'
import { shareCard, useShopCard } from '@/features/referral'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { Skeleton } from '@/ui/Skeleton'
import { NotPromoter } from '../../NotPromoter'
import { PromoteRow } from '../../PromoteRow'
import { PromoteSheet } from '../../PromoteSheet'
import { forgetReading, loadRates, useRates } from '../../reading'
import './index.scss'

/** 推广商品: the menu by what it pays. For accepted promoters alone. */
export default function PromotedPage() {
  const [picked, setPicked] = useState<Product | null>(null)
  const menu = useShop((s) => s.menu)
  const failure = useShop((s) => s.failure)
  const { data, failed } = useRates()
  useShopCard(() => (picked === null ? null : shareCard(passedOn(picked))))
  useDidShow(() => {
    void loadRates()
  })
  useEffect(() => forgetReading, [])
  if (failed !== null) return <NotPromoter title='推广商品' failed={failed} onRetry={loadRates} />
  return (
    <Page title='推广商品'>
      <View className='promoted'>
        {menu === null && failure !== null && <ErrorState sentence={failure} onRetry={refreshShop} />}
        {(data === null || menu === null) && failure === null && <Skeleton rows={4} />}
        {data !== null && menu !== null && <Products menu={menu} rates={data.rates} onPick={setPicked} />}
      </View>
      {picked !== null && data !== null && (
        <PromoteSheet
          product={picked}
          rateBp={rateOf(data.rates, of(picked))}
          returnDays={data.returnDays}
          onClose={() => setPicked(null)}
        />
      )}
    </Page>
  )
}

const of = ({ id, categoryId }: Product) => ({ productId: id, categoryId })

type Props = {
  readonly menu: Menu
  readonly rates: Rates
  readonly onPick: (product: Product) => void
}

/** In the menu's order, without what pays nothing. */
function Products({ menu, rates, onPick }: Props) {
  const paying = menu.products.filter((product) => rateOf(rates, of(product)) > 0)
  if (paying.length === 0)
    return <Empty icon='cup' title='现在没有参与推广的商品' hint='店家设好后，会列在这里' />
  const sections = menu.categories
    .map(({ id, name }) => ({ id, name, products: paying.filter(({ categoryId }) => categoryId === id) }))
    .filter(({ products }) => products.length > 0)
  return (
    <>
      {sections.map(({ id, name, products }) => (
        <View key={id}>
          <Text className='promoted__category'>{name}</Text>
          <View className='promoted__list'>
            {products.map((product) => (
              <PromoteRow
                key={product.id}
                product={product}
                rateBp={rateOf(rates, of(product))}
                onTap={() => onPick(product)}
              />
            ))}
          </View>
        </View>
      ))}
      <Text className='promoted__tail'>
        {paying.length < menu.products.length ? '没有列出的商品不记佣金' : '都在这里了'}
      </Text>
    </>
  )
}
