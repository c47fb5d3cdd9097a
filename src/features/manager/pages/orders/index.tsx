import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useShop } from '@/features/catalogue'
import { openHome, useHome } from '@/features/home'
import { useMe } from '@/features/members'
import { useInSight } from '@/platform/use-in-sight'
import { Chip } from '@/ui/Chip'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { Skeleton } from '@/ui/Skeleton'
import { BoardBar } from '../../BoardBar'
import { BoardHead } from '../../BoardHead'
import { BoardList } from '../../BoardList'
import { HandOverSheet } from '../../HandOverSheet'
import { refreshBoard, touched, useBoard } from '../../store'
import { useHandOver } from '../../use-hand-over'
import { useWatchBoard } from '../../watch'
import { NotStaff } from '../../Workplace'
import './index.scss'

export default function ManagerOrdersPage() {
  const me = useMe((s) => s.me)
  const [chosen, setChosen] = useState(useRouter().params.storeId ?? '')
  const worksAt = me?.member?.worksAt ?? []
  const storeId = worksAt.includes(chosen) ? chosen : (worksAt[0] ?? '')
  const failure = useHome((s) => s.failure)
  const handOver = useHandOver(storeId)
  const loaded = useBoard((s) => s.storeId === storeId && s.board !== null)
  if (me === null) {
    return (
      <Page title='门店订单'>
        <View className='board'>
          {failure === null ? <Skeleton rows={3} /> : <ErrorState {...failure} onRetry={openHome} />}
        </View>
      </Page>
    )
  }
  return (
    <Page
      title='门店订单'
      {...(loaded ? { footer: <BoardBar storeId={storeId} handOver={handOver} /> } : {})}
    >
      {worksAt.length > 1 && <Stores worksAt={worksAt} chosen={storeId} onChoose={setChosen} />}
      {storeId === '' ? <NotStaff /> : <StoreBoard storeId={storeId} />}
      <HandOverSheet handOver={handOver} />
    </Page>
  )
}

type StoresProps = {
  readonly worksAt: readonly string[]
  readonly chosen: string
  readonly onChoose: (storeId: string) => void
}

function Stores({ worksAt, chosen, onChoose }: StoresProps) {
  const stores = useShop((s) => s.shop?.stores)
  return (
    <View className='board__stores'>
      {worksAt.map((id) => (
        <Chip
          key={id}
          label={stores?.find((s) => s.id === id)?.name ?? id}
          on={id === chosen}
          onTap={() => onChoose(id)}
        />
      ))}
    </View>
  )
}

function StoreBoard({ storeId }: { readonly storeId: string }) {
  const pace = useWatchBoard(storeId, useInSight())
  const board = useBoard((s) => (s.storeId === storeId ? s.board : null))
  const failed = useBoard((s) => s.failed)
  usePullDownRefresh(() => {
    touched()
    void refreshBoard('hand').finally(() => Taro.stopPullDownRefresh())
  })
  if (failed?.code === 'FORBIDDEN') return <NotStaff />
  if (board === null) {
    return (
      <View className='board'>
        {failed === null ? (
          <Skeleton rows={4} />
        ) : (
          <ErrorState {...failed} onRetry={() => refreshBoard('hand')} />
        )}
      </View>
    )
  }
  return (
    <View onTouchStart={touched}>
      <BoardHead board={board} pace={pace} failed={failed?.sentence ?? ''} />
      <BoardList board={board} />
    </View>
  )
}
