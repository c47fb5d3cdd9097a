import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { shopFaults } from '@shared/stores/shop-faults'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { Skeleton } from '@/ui/Skeleton'
import { Sections } from '../../settings/Sections'
import { openSettings, saveShop, useSettings } from '../../settings/store'
import { SHOP_NAMES, SHOP_SECTIONS } from '../../settings/shop/sections'
import { NotManager } from '../../Workplace'
import '../store/index.scss'

/** What holds for every store of the shop. */
export default function ManagerSettingsPage() {
  useEffect(() => void openSettings(), [])
  const form = useSettings((s) => s.shop)
  const failed = useSettings((s) => s.failed)
  return (
    <Page title='店铺设置'>
      {failed?.code === 'FORBIDDEN' && <NotManager />}
      <View className='settings-page'>
        {form !== null && (
          <>
            <Sections
              form={form}
              sections={SHOP_SECTIONS}
              names={SHOP_NAMES}
              faultsOf={shopFaults}
              save={saveShop}
            />
            <Text className='settings-page__note'>对所有门店生效。每次改动都有记录。</Text>
          </>
        )}
        {form === null && failed === null && <Skeleton rows={5} />}
        {form === null && failed !== null && failed.code !== 'FORBIDDEN' && (
          <ErrorState {...failed} onRetry={openSettings} />
        )}
      </View>
    </Page>
  )
}
