import { useDidShow, useLaunch } from '@tarojs/taro'
import { useEffect, type PropsWithChildren } from 'react'
import { AppTabBar } from '@/custom-tab-bar/AppTabBar'
import { sitAt } from '@/features/catalogue'
import { openHome } from '@/features/home'
import { watchNetwork } from '@/platform/network'
import { queryOf, tableScene } from '@/platform/scene'
import { attachShell } from '@/platform/shell'
import { putOnline } from '@/ui/OfflineBar'
import './app.scss'

/** A code on a table says where its guest sits, whatever page it opens and whether the app was running or not. */
function noticeScene(scene: unknown): void {
  const seat = tableScene(typeof scene === 'string' ? scene : undefined)
  if (seat !== null) sitAt(seat.storeId, seat.table)
}

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    void openHome()
  })
  // Cold and hot starts both come through here, with the query of the code or card that led in.
  useDidShow((options) => noticeScene(options?.query?.['scene']))
  useEffect(() => attachShell((path) => noticeScene(queryOf(path)['scene'])), [])
  useEffect(() => watchNetwork(putOnline), [])
  return (
    <>
      {children}
      <AppTabBar />
    </>
  )
}
