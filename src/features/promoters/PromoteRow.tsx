import { Text, View } from '@tarojs/components'
import type { Product } from '@shared/catalogue/contract'
import { Money } from '@/ui/Money'
import { picture } from '@/platform/picture'
import { Icon } from '@/ui/Icon'
import { Picture } from '@/ui/Picture'
import { percent } from './words'
import './PromoteRow.scss'

type Props = { readonly product: Product; readonly rateBp: number; readonly onTap: () => void }

/** A product, its price, and the share of what is paid for it. */
export function PromoteRow({ product: { name, picture: file, skus }, rateBp, onTap }: Props) {
  const lowest = Math.min(...skus.map(({ priceFen }) => priceFen))
  return (
    <View className='promote-row' onClick={onTap}>
      <Picture className='promote-row__picture' src={picture(file)} />
      <View className='promote-row__words'>
        <Text className='promote-row__name'>{name}</Text>
        <View className='promote-row__price'>
          <Money fen={lowest} size='s' tone='soft' />
          {skus.some(({ priceFen }) => priceFen > lowest) && <Text className='promote-row__from'>起</Text>}
        </View>
      </View>
      <View className='promote-row__rate'>
        <Text className='promote-row__label'>每单得</Text>
        <Text className='promote-row__percent'>{percent(rateBp)}</Text>
      </View>
      <Icon className='promote-row__arrow' name='right' size='s' />
    </View>
  )
}
