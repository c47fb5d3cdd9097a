import { Text, View } from '@tarojs/components'
import { addressText } from '@shared/addresses/address'
import type { Address } from '@shared/addresses/contract'
import type { Store } from '@shared/catalogue/contract'
import { deliveryTo } from '@shared/catalogue/delivery'
import { distanceText, metresBetween } from '@shared/catalogue/distance'
import { isRefused } from '@shared/kernel/refusal'
import { bookPath, editPath, loadAddresses, useAddresses } from '@/features/addresses'
import { chooseWay, waysOf } from '@/features/catalogue'
import { goTo } from '@/platform/navigation'
import { Icon } from '@/ui/Icon'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Skeleton } from '@/ui/Skeleton'
import { useCheckout } from './checkout'
import { sentenceAt } from './trouble'
import type { CheckoutWay } from './use-way'
import './DeliveryTo.scss'

/** To pick an address, or to write the first one. */
export function toAddresses(): void {
  const none = useAddresses.getState().addresses?.length === 0
  goTo(none ? editPath(null, 1) : bookPath(true))
}

type Props = { readonly store: Store; readonly to: CheckoutWay }

/** Where a delivery goes, how far and how long; what is wrong with it, and the way out. */
export function DeliveryTo({ store, to: { address } }: Props) {
  const known = useAddresses((s) => s.addresses !== null)
  const failed = useAddresses((s) => s.failed)
  const wrong = useCheckout((s) => sentenceAt(s.trouble, 'address'))
  if (!known) {
    if (failed === null) return <Skeleton rows={1} shape='line' />
    return (
      <View className='delivery-to__wrong'>
        <Text className='delivery-to__why'>{failed.sentence}</Text>
        <PrimaryButton size='s' tone='plain' onTap={loadAddresses}>
          再试一次
        </PrimaryButton>
      </View>
    )
  }
  return (
    <View className='delivery-to'>
      <View className='delivery-to__row' aria-label='收货地址' onClick={toAddresses}>
        <View className='delivery-to__pin'>
          <Icon name='pin' />
        </View>
        {address === null ? (
          <Text className='delivery-to__none'>送到哪里？选一个收货地址</Text>
        ) : (
          <Chosen {...{ address, store }} />
        )}
        <Icon name='right' size='s' />
      </View>
      {wrong !== null && address !== null && <TooFar store={store} words={wrong} />}
    </View>
  )
}

function Chosen({ address, store }: { readonly address: Address; readonly store: Store }) {
  const { delivery } = store
  const served = delivery !== null && !isRefused(deliveryTo(store, delivery, address, 0))
  const minutes = served ? delivery.minutes : 0
  const far = distanceText(metresBetween(store, address))
  return (
    <View className='delivery-to__words'>
      <Text className='delivery-to__where'>{addressText(address)}</Text>
      <Text className='delivery-to__who'>
        {address.name} {address.phone}
      </Text>
      <Text className='delivery-to__far'>
        距门店 {far}
        {minutes > 0 && ` · 做好后约 ${minutes} 分钟送到`}
      </Text>
    </View>
  )
}

/** The store doesn't deliver there: another address, or fetching it. */
function TooFar({ store, words }: { readonly store: Store; readonly words: string }) {
  return (
    <View className='delivery-to__wrong'>
      <Text className='delivery-to__why'>{words}</Text>
      {waysOf(store).includes('pickup') && (
        <PrimaryButton size='s' tone='plain' onTap={() => chooseWay('pickup')}>
          改自取
        </PrimaryButton>
      )}
      <PrimaryButton size='s' tone='plain' onTap={toAddresses}>
        换地址
      </PrimaryButton>
    </View>
  )
}
