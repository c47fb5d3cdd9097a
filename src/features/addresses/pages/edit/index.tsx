import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { Address } from '@shared/addresses/contract'
import { Dialog } from '@/ui/Dialog'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Skeleton } from '@/ui/Skeleton'
import { toast } from '@/ui/toast'
import { AddressForm } from '../../AddressForm'
import { loadAddresses, needAddresses, removeAddress, useAddresses, type Draft } from '../../store'
import './index.scss'

const BLANK: Draft = { id: null, name: '', phone: '', place: null, detail: '' }
const draftOf = ({ id, name, phone, detail, ...place }: Address): Draft => ({
  id,
  name,
  phone,
  detail,
  place,
})

export default function AddressEditPage() {
  const { id, back } = useRouter().params
  const addresses = useAddresses((s) => s.addresses)
  const failed = useAddresses((s) => s.failed)
  useEffect(() => {
    void needAddresses()
  }, [])
  const leave = () => void Taro.navigateBack({ delta: Number(back) || 1 })
  const title = id === undefined ? '新增地址' : '修改地址'
  if (id === undefined)
    return (
      <Page title={title}>
        <AddressForm first={BLANK} onSaved={leave} />
      </Page>
    )
  const address = addresses?.find((a) => a.id === id)
  if (address === undefined)
    return (
      <Page title={title}>
        {addresses !== null ? (
          <ErrorState sentence='这个地址已经删掉了' retryText='返回' onRetry={leave} />
        ) : failed === null ? (
          <Skeleton rows={3} />
        ) : (
          <ErrorState {...failed} onRetry={loadAddresses} />
        )}
      </Page>
    )
  return (
    <Page title={title}>
      <AddressForm key={id} first={draftOf(address)} onSaved={leave} />
      <Remove id={id} onRemoved={leave} />
    </Page>
  )
}

function Remove({ id, onRemoved }: { readonly id: string; readonly onRemoved: () => void }) {
  const [asking, setAsking] = useState(false)
  const remove = async () => {
    const words = await removeAddress(id)
    setAsking(false)
    if (words !== null) return toast(words)
    onRemoved()
  }
  return (
    <View className='address-edit__remove'>
      <PrimaryButton tone='plain' onTap={() => setAsking(true)}>
        删除这个地址
      </PrimaryButton>
      <Dialog
        open={asking}
        title='删除这个地址？'
        confirmText='删除'
        cancelText='再想想'
        danger
        onConfirm={remove}
        onCancel={() => setAsking(false)}
      />
    </View>
  )
}
