import { CustomWrapper, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useEffect, useMemo, useState } from 'react'
import type { Menu, Product } from '@shared/catalogue/contract'
import type { CartLine } from '@shared/orders/contract'
import { LANDING_PAGES } from '@shared/referral/way'
import { addLine, CartBar } from '@/features/cart'
import { shareCard, useShopCard } from '@/features/referral'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { toast } from '@/ui/toast'
import { menuFor, useCouponFilter } from '../../coupon-filter'
import { CouponFilterBar } from '../../CouponFilterBar'
import { MenuList } from '../../MenuList'
import { MenuSkeleton } from '../../MenuSkeleton'
import { passedOn } from '../../passed-on'
import { SpecSheet } from '../../SpecSheet'
import { StoreHead } from '../../StoreHead'
import { currentSoldOut, refreshIfStale, refreshShop, useShop, wantProduct } from '../../store'
import './index.scss'

export default function MenuPage() {
  const menu = useShop((s) => s.menu)
  const failure = useShop((s) => s.failure)
  useDidShow(() => {
    void refreshIfStale()
  })
  if (menu !== null) return <LoadedMenu menu={menu} />
  return (
    <Page title='点单' tab className='menu-page'>
      {failure === null ? <MenuSkeleton /> : <ErrorState sentence={failure} onRetry={refreshShop} />}
    </Page>
  )
}

function LoadedMenu({ menu }: { readonly menu: Menu }) {
  const soldOut = useShop(currentSoldOut)
  const [picked, setPicked] = useState<Product | null>(null)
  const terms = useCouponFilter((s) => s.terms)
  const shown = useMemo(() => menuFor(menu, terms), [menu, terms])
  useWanted(menu, setPicked)
  useShopCard(() => (picked === null ? null : shareCard(passedOn(picked))), LANDING_PAGES.product)
  const add = (line: CartLine) => {
    setPicked(null)
    const took = addLine(line)
    if (took < line.qty) toast(took === 0 ? '购物车放不下了，一次最多 20 样' : '一样最多 99 份，已加到上限')
  }
  return (
    <Page title='点单' tab className='menu-page'>
      <View className='menu-page__fill'>
        <StoreHead />
        {terms !== null && <CouponFilterBar terms={terms} empty={shown.products.length === 0} />}
        <MenuList key={terms?.title ?? ''} menu={shown} onPick={setPicked} />
      </View>
      <CustomWrapper>
        <CartBar />
      </CustomWrapper>
      <SpecSheet product={picked} soldOut={soldOut} onClose={() => setPicked(null)} onAdd={add} />
    </Page>
  )
}

/** Another page sent the customer to a product: its sheet opens, once. */
function useWanted(menu: Menu, onPick: (product: Product) => void): void {
  const wanted = useShop((s) => s.wanted)
  useEffect(() => {
    if (wanted === null) return
    wantProduct(null)
    const product = menu.products.find((p) => p.id === wanted)
    if (product !== undefined) onPick(product)
  }, [wanted, menu, onPick])
}
