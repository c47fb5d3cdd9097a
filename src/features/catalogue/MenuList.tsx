import { CustomWrapper, ScrollView, Text, View } from '@tarojs/components'
import { memo, useMemo, type CSSProperties } from 'react'
import type { Menu, Product } from '@shared/catalogue/contract'
import { addLine, countOf, keyOf, setQty, useCart } from '@/features/cart'
import { toast } from '@/ui/toast'
import { cardPrice, useBuyer } from './member-price'
import { ProductCard } from './ProductCard'
import { Rail } from './Rail'
import { isSoldOut, sectionsOf, type Section } from './sections'
import { currentSoldOut, useShop } from './store'
import { useTwoWayScroll } from './use-two-way-scroll'
import './MenuList.scss'

type Props = { readonly menu: Menu; readonly onPick: (product: Product) => void }

/** The menu itself: rail at the left, sections with sticky headers at the right. */
export function MenuList({ menu, onPick }: Props) {
  const sections = useMemo(() => sectionsOf(menu), [menu])
  const scroll = useTwoWayScroll(sections)
  return (
    <View className='menu-list'>
      <CustomWrapper>
        <CountedRail sections={sections} active={scroll.active} onTap={scroll.goTo} />
      </CustomWrapper>
      <ScrollView
        id={scroll.listId}
        className='menu-list__list'
        scrollY
        enhanced
        onScroll={scroll.onScroll}
        onTouchStart={scroll.onTouchStart}
      >
        {sections.map((section, index) => (
          <View key={section.category.id} className={scroll.sectionClass}>
            <SectionBody section={section} drawn={scroll.isDrawn(index)} onPick={onPick} />
          </View>
        ))}
        <View className='menu-list__end'>
          <Text>就这些啦，都是现做的</Text>
        </View>
      </ScrollView>
    </View>
  )
}

type BodyProps = {
  readonly section: Section
  /** Its cards are there; before that a place as high as they will be. */
  readonly drawn: boolean
  readonly onPick: Props['onPick']
}

/** Header and cards. Most of the menu lies below the screen: what is far is not sent to the view. */
const SectionBody = memo(function SectionBody({ section, drawn, onPick }: BodyProps) {
  const { category, products } = section
  const room = { '--cards': products.length } as CSSProperties
  return (
    <>
      <View className='menu-list__header'>
        <Text>{category.name}</Text>
      </View>
      {drawn ? (
        products.map((product) => <Card key={product.id} product={product} onPick={onPick} />)
      ) : (
        <View className='menu-list__room' style={room} />
      )}
    </>
  )
})

type RailProps = Omit<Parameters<typeof Rail>[0], 'counts'>

function CountedRail(props: RailProps) {
  const lines = useCart((s) => s.lines)
  const counts = useMemo(() => {
    const all = props.sections.map(({ category, products }) => [
      category.id,
      products.reduce((sum, product) => sum + countOf(lines, product.id), 0),
    ])
    return Object.fromEntries(all) as Record<string, number>
  }, [props.sections, lines])
  return <Rail {...props} counts={counts} />
}

/** Listens for its own product alone: a tap redraws one card. */
const Card = memo(function Card({ product, onPick }: { readonly product: Product } & Pick<Props, 'onPick'>) {
  const qty = useCart((s) => countOf(s.lines, product.id))
  const soldOut = useShop((s) => isSoldOut(product, currentSoldOut(s)))
  const buyer = useBuyer()
  const price = cardPrice(product, buyer)
  return <ProductCard {...{ product, price, soldOut, qty, onPick }} onQty={setPlain} />
})

/** A product without anything to choose is one line. */
function setPlain(product: Product, qty: number): void {
  const line = { productId: product.id, skuId: product.skus[0]?.id ?? '', choices: [] }
  const held = countOf(useCart.getState().lines, product.id)
  if (held > 0) setQty(keyOf(line), qty)
  else if (addLine({ ...line, qty }) === 0) toast('购物车放不下了，一次最多 20 样')
}
