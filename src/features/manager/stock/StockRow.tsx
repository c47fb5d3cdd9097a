import { Text, View } from '@tarojs/components'
import type { Product, Sku } from '@shared/catalogue/contract'
import { picture } from '@/platform/picture'
import { cx } from '@/ui/cx'
import { Icon } from '@/ui/Icon'
import { Money } from '@/ui/Money'
import { Picture } from '@/ui/Picture'
import { toast } from '@/ui/toast'
import { Toggle } from '@/ui/Toggle'
import { isOff, stockWords, switchWords, type ProductRows } from './rows'
import { plainStock, setSoldOut, useStock } from './store'
import './StockRow.scss'

type Props = ProductRows & { readonly onCount: (product: Product, sku: Sku) => void }

/** One product with its sizes: on sale or not at a tap, what is left at another. */
export function StockRow({ product, skus, onCount }: Props) {
  return (
    <View className='stock-row'>
      <View className='stock-row__head'>
        <Picture className='stock-row__picture' src={picture(product.picture)} icon='cup' />
        <Text className='stock-row__name'>{product.name}</Text>
      </View>
      {skus.map((sku) => (
        <SkuRow key={sku.id} product={product} sku={sku} onCount={() => onCount(product, sku)} />
      ))}
    </View>
  )
}

type SkuProps = { readonly product: Product; readonly sku: Sku; readonly onCount: () => void }

function SkuRow({ product, sku, onCount }: SkuProps) {
  const known = useStock((s) => s.skus[sku.id])
  const busy = useStock((s) => s.busy[sku.id] === true)
  const stock = known ?? plainStock(sku.id)
  const toggle = async (onSale: boolean) => {
    const words = await setSoldOut(stock, onSale ? null : 'today')
    if (words !== null) toast(words)
  }
  return (
    <View className={cx('stock-row__sku', isOff(known) && 'stock-row__sku--off')}>
      <View className='stock-row__size'>
        <Text className='stock-row__size-name'>{sku.name === '' ? '一份' : sku.name}</Text>
        <Money fen={sku.priceFen} size='s' tone='soft' />
      </View>
      <View className='stock-row__left' aria-label={`${product.name}${sku.name} 数量`} onClick={onCount}>
        <Text
          className={cx(
            'stock-row__badge',
            stock.daily !== null && 'stock-row__badge--counted',
            isOff(known) && 'stock-row__badge--off',
          )}
        >
          {stockWords(stock)}
        </Text>
        <Icon className='stock-row__more' name='right' size='s' />
      </View>
      <Toggle
        label={`${product.name}${sku.name} ${switchWords(stock)}`}
        tone='green'
        on={stock.soldOut === null}
        busy={busy}
        onChange={(on) => void toggle(on)}
      />
    </View>
  )
}
