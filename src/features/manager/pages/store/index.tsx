import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import type { StoreForm } from '@shared/stores/contract'
import { storeFaults } from '@shared/stores/store-faults'
import { ErrorState } from '@/ui/ErrorState'
import { Skeleton } from '@/ui/Skeleton'
import { Sections } from '../../settings/Sections'
import { openSettings, saveStore, useSettings } from '../../settings/store'
import { STORE_NAMES, STORE_SECTIONS } from '../../settings/store/sections'
import { NotManager, Workplace } from '../../Workplace'
import './index.scss'

export default function ManagerStorePage() {
  useEffect(() => void openSettings(), [])
  return <Workplace title='门店设置'>{(storeId) => <StoreSettings storeId={storeId} />}</Workplace>
}

function StoreSettings({ storeId }: { readonly storeId: string }) {
  const heard = useSettings((s) => s.shop !== null)
  const form = useSettings((s) => s.stores.find((store) => store.storeId === storeId))
  const failed = useSettings((s) => s.failed)
  if (failed?.code === 'FORBIDDEN' || (heard && form === undefined)) return <NotManager />
  return (
    <View className='settings-page'>
      {form !== undefined && <OneStore key={storeId} form={form} />}
      {form === undefined && failed === null && <Skeleton rows={6} />}
      {form === undefined && failed !== null && <ErrorState {...failed} onRetry={openSettings} />}
    </View>
  )
}

function OneStore({ form }: { readonly form: StoreForm }) {
  return (
    <>
      <Sections
        form={form}
        sections={STORE_SECTIONS}
        names={STORE_NAMES}
        faultsOf={storeFaults}
        save={(wanted) => saveStore(form.storeId, wanted)}
      />
      <Text className='settings-page__note'>
        保存后马上生效，顾客下次打开菜单就能看到。每次改动都有记录。
      </Text>
    </>
  )
}
