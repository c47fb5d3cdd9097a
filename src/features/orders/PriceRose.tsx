import { Text, View } from '@tarojs/components'
import { yuan, type Fen } from '@shared/kernel/money'
import { Dialog } from '@/ui/Dialog'
import { Icon } from '@/ui/Icon'
import { Money } from '@/ui/Money'
import './PriceRose.scss'

type Props = {
  readonly wasFen: Fen
  readonly isFen: Fen
  readonly onAgree: () => unknown
  readonly onDecline: () => void
}

/** The price rose while the customer looked at it: nothing is ordered before they agree. */
export function PriceRose({ wasFen, isFen, onAgree, onDecline }: Props) {
  return (
    <Dialog
      open
      title='价格有变动'
      confirmText={`按 ¥${yuan(isFen)} 下单`}
      cancelText='再看看'
      onConfirm={onAgree}
      onCancel={onDecline}
    >
      <View className='price-rose'>
        <Money fen={wasFen} was />
        <Icon name='right' size='s' />
        <Money fen={isFen} size='l' tone='accent' />
      </View>
      <Text>你下单的时候门店调了价，还没有下单，也没有付款。</Text>
    </Dialog>
  )
}
