import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import type { Address } from '@shared/addresses/contract'
import { deliveryTo } from '@shared/catalogue/delivery'
import { distanceText } from '@shared/catalogue/distance'
import type { Store } from '@shared/catalogue/contract'
import { isRefused } from '@shared/kernel/refusal'
import { currentStore, useShop } from '@/features/catalogue'
import { goTo } from '@/platform/navigation'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Icon } from '@/ui/Icon'
import { Page } from '@/ui/Page'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Radio } from '@/ui/Radio'
import { Skeleton } from '@/ui/Skeleton'
import { toast } from '@/ui/toast'
import { AddressRow } from '../../AddressRow'
import { editPath } from '../../paths'
import { chooseAddress, currentAddress, loadAddresses, needAddresses, useAddresses } from '../../store'
import './index.scss'

export default function AddressListPage() {
  const pick = useRouter().params.pick === '1'
  const addresses = useAddresses((s) => s.addresses)
  useEffect(() => {
    void needAddresses()
  }, [])
  if (addresses === null) return <NoBook />
  const add = () => goTo(editPath(null, pick ? 2 : 1))
  if (addresses.length === 0) {
    return (
      <Page title='收货地址'>
        <Empty
          icon='pin'
          title='还没有收货地址'
          hint='加一个，外送就知道送到哪里'
          action={{ text: '新增地址', onTap: add }}
        />
      </Page>
    )
  }
  const footer = (
    <PrimaryButton size='l' onTap={add}>
      新增地址
    </PrimaryButton>
  )
  return (
    <Page title={pick ? '送到哪里' : '收货地址'} footer={footer}>
      <View className='address-list'>
        <View className='address-list__card'>
          {addresses.map((address) => (
            <Row key={address.id} address={address} pick={pick} />
          ))}
        </View>
      </View>
    </Page>
  )
}

function NoBook() {
  const failed = useAddresses((s) => s.failed)
  return (
    <Page title='收货地址'>
      <View className='address-list'>
        {failed === null ? <Skeleton rows={3} /> : <ErrorState {...failed} onRetry={loadAddresses} />}
      </View>
    </Page>
  )
}

/** How far an address lies from the store, where it delivers; whether it can't be served. */
function reachOf(
  store: Store | null,
  address: Address,
): { readonly note: string; readonly off: boolean } | null {
  if (store === null || store.delivery === null) return null
  const priced = deliveryTo(store, store.delivery, address, 0)
  if (isRefused(priced))
    return { note: `离${store.name} ${distanceText(priced.details.distanceM)}，超出配送范围`, off: true }
  return { note: `离${store.name} ${distanceText(priced.distanceM)}`, off: false }
}

/** To pick from, a tap picks; by itself a tap edits. */
function Row({ address, pick }: { readonly address: Address; readonly pick: boolean }) {
  const store = useShop(currentStore)
  const chosen = useAddresses((s) => currentAddress(s, store)?.id === address.id)
  const reach = pick ? reachOf(store, address) : null
  const edit = () => goTo(editPath(address.id, 1))
  const choose = () => {
    if (reach?.off === true) return toast('这个地址太远了，门店送不到')
    chooseAddress(address.id)
    void Taro.navigateBack()
  }
  return (
    <AddressRow address={address} {...reach} onTap={pick ? choose : edit}>
      {pick && reach?.off !== true && <Radio on={chosen} />}
      <View className='address-list__edit' aria-label='修改' onClick={edit}>
        <Icon name='edit' />
      </View>
    </AddressRow>
  )
}
