import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { Skeleton } from '@/ui/Skeleton'
import { RecoveryForm } from '../../recovery/RecoveryForm'
import { closeRecovery, openRecovery, useRecovery } from '../../recovery/store'
import { NotManager } from '../../Workplace'
import '../store/index.scss'

/** How orders that were left are answered. Who comes back from making a coupon finds it among the choices. */
export default function ManagerLeftEditPage() {
  useDidShow(() => {
    void openRecovery()
  })
  useEffect(() => closeRecovery, [])
  const form = useRecovery((s) => s.form)
  const failed = useRecovery((s) => s.failed)
  if (form !== null) return <RecoveryForm key={form.version} form={form} />
  return (
    <Page title='没付完的单'>
      <View className='settings-page'>
        {failed === null ? (
          <Skeleton rows={5} />
        ) : failed.code === 'FORBIDDEN' ? (
          <NotManager />
        ) : (
          <ErrorState {...failed} onRetry={openRecovery} />
        )}
      </View>
    </Page>
  )
}
