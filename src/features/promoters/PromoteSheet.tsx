import { Text, View } from '@tarojs/components'
import type { Product } from '@shared/catalogue/contract'
import { passedOn } from '@/features/catalogue'
import { goTo } from '@/platform/navigation'
import { picture } from '@/platform/picture'
import { Field } from '@/ui/Field'
import { Picture } from '@/ui/Picture'
import { Sheet } from '@/ui/Sheet'
import { materialsPath } from './paths'
import { ShareDeeds } from './ShareDeeds'
import { percent } from './words'
import './PromoteSheet.scss'

type Props = {
  readonly product: Product
  readonly rateBp: number
  readonly returnDays: number
  readonly onClose: () => void
}

/** One product: what it pays, by which rule, and the ways to pass it on. */
export function PromoteSheet({ product, rateBp, returnDays, onClose }: Props) {
  return (
    <Sheet open onClose={onClose} footer={<ShareDeeds passed={passedOn(product)} />}>
      <View className='promote'>
        <Picture className='promote__picture' src={picture(product.picture)} iconSize='xl' />
        <Text className='promote__name'>{product.name}</Text>
        <Text className='promote__rate'>推广这件商品，每单得 {percent(rateBp)}</Text>
        <Text className='promote__rule'>
          朋友从你的分享入会后，按这件商品的实付金额记佣金，
          {returnDays === 0 ? '收货后可提现' : `收货 ${returnDays} 天后可提现`}。
        </Text>
      </View>
      <Field
        label='素材库'
        hint='这件商品的图片和文案'
        onTap={() => {
          onClose()
          goTo(materialsPath(product.id))
        }}
      />
    </Sheet>
  )
}
