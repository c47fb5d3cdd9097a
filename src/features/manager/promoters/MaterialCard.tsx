import { Text, View } from '@tarojs/components'
import type { MaterialCard as Card } from '@shared/promoters/materials-contract'
import { useShop } from '@/features/catalogue'
import { picture } from '@/platform/picture'
import { Picture } from '@/ui/Picture'
import './MaterialCard.scss'

type Props = { readonly material: Card; readonly onTap: () => void }

/** A material as it is found in the library. */
export function MaterialCard({ material, onTap }: Props) {
  const { title, text, pictures, productId } = material
  const about = useAbout(productId)
  return (
    <View className='material-card' onClick={onTap}>
      <Picture className='material-card__picture' src={picture(pictures[0] ?? '')} icon='note' />
      <View className='material-card__words'>
        <Text className='material-card__title'>{title}</Text>
        <Text className='material-card__text'>{text}</Text>
        <Text className='material-card__fact'>
          {about}
          {pictures.length > 0 ? ` · ${pictures.length} 张图` : ''}
        </Text>
      </View>
    </View>
  )
}

/** What a material is about, as the menu calls it. */
export function useAbout(productId: string | null): string {
  const menu = useShop((s) => s.menu)
  if (productId === null) return '整家店'
  if (menu === null) return '一个商品'
  return menu.products.find(({ id }) => id === productId)?.name ?? '已下架的商品'
}
