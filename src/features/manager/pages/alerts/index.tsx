import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { Alert } from '@shared/manager/office-contract'
import { Dialog } from '@/ui/Dialog'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Skeleton } from '@/ui/Skeleton'
import { toast } from '@/ui/toast'
import { AlertCard } from '../../office/AlertCard'
import { openAlerts, putAway, useAlerts } from '../../office/alerts'
import { NotManager, Workplace } from '../../Workplace'
import './index.scss'

/** Where our books and WeChat's differ. */
export default function ManagerAlertsPage() {
  return (
    <Workplace title='对账提醒'>{(storeId) => <StoreAlerts key={storeId} storeId={storeId} />}</Workplace>
  )
}

function StoreAlerts({ storeId }: { readonly storeId: string }) {
  const shown = useAlerts((s) => s.storeId) === storeId
  const alerts = useAlerts((s) => s.alerts)
  const failed = useAlerts((s) => s.failed)
  const [leaving, setLeaving] = useState<Alert | null>(null)
  useEffect(() => void openAlerts(storeId), [storeId])
  usePullDownRefresh(() => {
    void openAlerts(storeId).finally(() => Taro.stopPullDownRefresh())
  })
  if (shown && failed?.code === 'FORBIDDEN') return <NotManager />
  if (!shown || alerts === null)
    return (
      <View className='alerts'>
        {shown && failed !== null ? (
          <ErrorState {...failed} onRetry={() => openAlerts(storeId)} />
        ) : (
          <Skeleton rows={3} />
        )}
      </View>
    )
  if (alerts.length === 0)
    return <Empty icon='check' title='账都对得上' hint='每天上午 10 点核对前一天的每一笔付款和退款' />
  return (
    <View className='alerts'>
      <Text className='alerts__note'>
        {failed === null
          ? '每天上午 10 点核对前一天的付款和退款，下面这些两边对不上'
          : `没刷新成功：${failed.sentence}`}
      </Text>
      {alerts.map((alert) => (
        <AlertCard key={alert.id} alert={alert} onPutAway={() => setLeaving(alert)} />
      ))}
      {leaving !== null && <Confirm alert={leaving} onClose={() => setLeaving(null)} />}
    </View>
  )
}

function Confirm({ alert, onClose }: { readonly alert: Alert; readonly onClose: () => void }) {
  const leave = async () => {
    toast((await putAway(alert.id)) ?? '已收起')
    onClose()
  }
  return (
    <Dialog open title='处理好了？' confirmText='处理好了' onConfirm={leave} onCancel={onClose}>
      <Text className='alerts__warning'>取餐号 {alert.pickupCode}，收起后这里不再提醒</Text>
    </Dialog>
  )
}
