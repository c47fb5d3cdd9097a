import { Image, Text, View } from '@tarojs/components'
import { memo } from 'react'
import type { Product } from '@shared/catalogue/contract'
import { yuan } from '@shared/kernel/money'
import { picture } from '@/platform/picture'
import { Stepper } from '@/ui/Stepper'
import type { CardPrice } from './member-price'
import { isPlain } from './sections'
import './ProductCard.scss'

type Props = {
  readonly product: Product
  readonly price: CardPrice
  readonly soldOut: boolean
  /** How many of it are in the cart. */
  readonly qty: number
  readonly onPick: (product: Product) => void
  readonly onQty: (product: Product, qty: number) => void
}

/**
 * One product of the menu. Drawn again only when its own count or stock changes; what most cards have in
 * common is compiled to templates of their own (`compileMode`), so that a card weighs little on its way to the view.
 */
export const ProductCard = memo(function ProductCard(props: Props) {
  const { product, price, soldOut, onPick } = props
  const marks = product.marks.join(' · ')
  const from = product.skus.length > 1 ? '起' : ''
  const tone = soldOut ? 'product-card product-card--gone' : 'product-card'
  const room =
    isPlain(product) && !soldOut ? 'product-card__price product-card__price--short' : 'product-card__price'
  return (
    <View className={tone}>
      <View compileMode className='product-card__still' onClick={() => onPick(product)}>
        <View className='product-card__plate'>
          <Image
            className='product-card__picture'
            src={picture(product.picture)}
            mode='aspectFill'
            lazyLoad
          />
        </View>
        <View className='product-card__words'>
          <Text className='product-card__name'>{product.name}</Text>
          <Text className='product-card__intro'>{product.intro}</Text>
          <Text className='product-card__marks'>{marks}</Text>
          <View className={room}>
            <Text className='product-card__sign'>¥</Text>
            <Text className='product-card__digits'>{yuan(price.fen)}</Text>
            <Text className='product-card__from'>{from}</Text>
            <Text className={price.tone}>{price.aside}</Text>
          </View>
        </View>
      </View>
      <Action {...props} />
    </View>
  )
})

function Action({ product, soldOut, qty, onPick, onQty }: Props) {
  if (soldOut) return <Text className='product-card__action product-card__gone'>今日售罄</Text>
  if (isPlain(product)) {
    return (
      <View className='product-card__action'>
        <Stepper qty={qty} onChange={(to) => onQty(product, to)} />
      </View>
    )
  }
  const badge = qty > 0 ? 'product-card__badge' : 'product-card__none'
  const count = qty > 99 ? '99+' : String(qty)
  return (
    <View compileMode className='product-card__action product-card__choose' onClick={() => onPick(product)}>
      <View className='product-card__pill'>
        <Text>选规格</Text>
      </View>
      <Text className={badge}>{count}</Text>
    </View>
  )
}
