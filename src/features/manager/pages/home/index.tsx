import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useInSight } from '@/platform/use-in-sight'
import { ErrorState } from '@/ui/ErrorState'
import { Skeleton } from '@/ui/Skeleton'
import { HomeBoard } from '../../HomeBoard'
import { HomeEntries } from '../../HomeEntries'
import { refreshBoard, touched, useBoard } from '../../store'
import { useWatchBoard } from '../../watch'
import { NotStaff, Workplace } from '../../Workplace'
import './index.scss'

/** The workbench: what waits at the counter, and the way to everything that staff do. */
export default function ManagerHomePage() {
  return <Workplace title='工作台'>{(storeId) => <Bench key={storeId} storeId={storeId} />}</Workplace>
}

function Bench({ storeId }: { readonly storeId: string }) {
  // the same watch as at the counter: a new order rings here too
  useWatchBoard(storeId, useInSight())
  const board = useBoard((s) => (s.storeId === storeId ? s.board : null))
  const failed = useBoard((s) => s.failed)
  usePullDownRefresh(() => {
    touched()
    void refreshBoard('hand').finally(() => Taro.stopPullDownRefresh())
  })
  if (failed?.code === 'FORBIDDEN') return <NotStaff />
  if (board === null) {
    return (
      <View className='bench'>
        {failed === null ? (
          <Skeleton rows={3} />
        ) : (
          <ErrorState {...failed} onRetry={() => refreshBoard('hand')} />
        )}
      </View>
    )
  }
  return (
    <View className='bench' onTouchStart={touched}>
      <HomeBoard board={board} failed={failed?.sentence ?? ''} />
      <HomeEntries storeId={storeId} role={board.role} alerts={board.alerts} />
    </View>
  )
}
