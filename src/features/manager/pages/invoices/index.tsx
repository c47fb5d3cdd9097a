import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { yuan } from '@shared/kernel/money'
import type { InvoiceView } from '@shared/manager/office-contract'
import { Dialog } from '@/ui/Dialog'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Skeleton } from '@/ui/Skeleton'
import { toast } from '@/ui/toast'
import { InvoiceCard } from '../../office/InvoiceCard'
import { loadEarlierInvoices, markIssued, openInvoices, useInvoices } from '../../office/invoices'
import { NotManager, Workplace } from '../../Workplace'
import './index.scss'

/** What customers asked to be written, with the amount that stays after refunds. */
export default function ManagerInvoicesPage() {
  return <Workplace title='发票'>{(storeId) => <StoreInvoices key={storeId} storeId={storeId} />}</Workplace>
}

type Marking = { readonly view: InvoiceView; readonly issued: boolean }

function StoreInvoices({ storeId }: { readonly storeId: string }) {
  const shown = useInvoices((s) => s.storeId) === storeId
  const invoices = useInvoices((s) => s.invoices)
  const failed = useInvoices((s) => s.failed)
  const [marking, setMarking] = useState<Marking | null>(null)
  useEffect(() => void openInvoices(storeId), [storeId])
  usePullDownRefresh(() => {
    void openInvoices(storeId).finally(() => Taro.stopPullDownRefresh())
  })
  useReachBottom(() => {
    void loadEarlierInvoices()
  })
  if (shown && failed?.code === 'FORBIDDEN') return <NotManager />
  if (!shown || invoices === null)
    return (
      <View className='invoices'>
        {shown && failed !== null ? (
          <ErrorState {...failed} onRetry={() => openInvoices(storeId)} />
        ) : (
          <Skeleton rows={4} />
        )}
      </View>
    )
  if (invoices.length === 0)
    return <Empty icon='note' title='还没有人要发票' hint='顾客在订单里申请后会出现在这里' />
  return (
    <View className='invoices'>
      {failed !== null && <Text className='invoices__note'>没刷新成功：{failed.sentence}</Text>}
      {invoices.map((view) => (
        <InvoiceCard key={view.orderId} view={view} onMark={(issued) => setMarking({ view, issued })} />
      ))}
      <Tail />
      {marking !== null && <Confirm {...marking} onClose={() => setMarking(null)} />}
    </View>
  )
}

function Confirm({ view, issued, onClose }: Marking & { readonly onClose: () => void }) {
  const mark = async () => {
    const words = await markIssued(view, issued)
    toast(words ?? (issued ? '已标记为开好' : '已撤销标记'))
    onClose()
  }
  return (
    <Dialog
      open
      title={issued ? `¥${yuan(view.amountFen)} 的发票开好了？` : '撤销「已开」标记？'}
      confirmText={issued ? '开好了' : '撤销'}
      onConfirm={mark}
      onCancel={onClose}
    >
      <Text className='invoices__warning'>{view.invoice.title}</Text>
    </Dialog>
  )
}

function Tail() {
  const more = useInvoices((s) => s.more)
  const loading = useInvoices((s) => s.loading)
  if (!more) return <Text className='invoices__note'>都在这里了</Text>
  return (
    <View onClick={() => void loadEarlierInvoices()}>
      <Text className='invoices__note'>{loading ? '正在加载' : '看更早的'}</Text>
    </View>
  )
}
