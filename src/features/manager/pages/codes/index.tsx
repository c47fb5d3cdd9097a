import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Skeleton } from '@/ui/Skeleton'
import { CodeCard } from '../../codes/CodeCard'
import { CodeSheet } from '../../codes/CodeSheet'
import { NewCodeSheet } from '../../codes/NewCodeSheet'
import { forgetCodes, loadCodes, loadEarlierCodes, useCodes } from '../../codes/store'
import { NotManager } from '../../Workplace'
import './index.scss'

/** Which code is open, by its id; `new`: the form for another. */
type Open = { readonly code: string } | 'new' | null

/** 渠道码: codes of the shop's own, and what came through each. */
export default function CodesPage() {
  const [open, setOpen] = useState<Open>(null)
  const codes = useCodes((s) => s.codes)
  useEffect(() => {
    void loadCodes()
    return forgetCodes
  }, [])
  usePullDownRefresh(() => {
    void loadCodes().finally(() => Taro.stopPullDownRefresh())
  })
  useReachBottom(() => {
    void loadEarlierCodes()
  })
  const close = () => setOpen(null)
  const footer = (
    <PrimaryButton size='l' onTap={() => setOpen('new')}>
      新建渠道码
    </PrimaryButton>
  )
  const chosen = typeof open === 'object' ? codes?.find(({ code }) => code === open?.code) : undefined
  return (
    <Page title='渠道码' {...(codes === null ? {} : { footer })}>
      <View className='codes'>
        <Codes onOpen={(code) => setOpen({ code })} />
      </View>
      {open === 'new' && <NewCodeSheet onMade={({ code }) => setOpen({ code })} onClose={close} />}
      {chosen !== undefined && <CodeSheet shopCode={chosen} onClose={close} />}
    </Page>
  )
}

function Codes({ onOpen }: { readonly onOpen: (code: string) => void }) {
  const { codes, failed } = useCodes()
  if (failed?.code === 'FORBIDDEN') return <NotManager />
  if (codes === null)
    return failed === null ? <Skeleton rows={4} /> : <ErrorState {...failed} onRetry={loadCodes} />
  return (
    <>
      {failed !== null && <Text className='codes__stale'>没刷新成功：{failed.sentence}</Text>}
      {codes.length === 0 ? (
        <Empty icon='qr' title='还没有渠道码' hint='给桌贴、社群各做一个，看看客人从哪来' />
      ) : (
        <Text className='codes__hint'>入会和首单记在入会前最后打开的码上；成交按付款算</Text>
      )}
      {codes.map((one) => (
        <CodeCard key={one.code} shopCode={one} onTap={() => onOpen(one.code)} />
      ))}
      <Tail />
    </>
  )
}

function Tail() {
  const more = useCodes((s) => s.next !== null)
  const loading = useCodes((s) => s.loading)
  if (!more) return null
  return (
    <View className='codes__tail codes__tail--tap' onClick={() => void loadEarlierCodes()}>
      <Text>{loading ? '正在加载' : '看更早的码'}</Text>
    </View>
  )
}
