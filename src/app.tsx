import { useDidShow, useLaunch } from '@tarojs/taro'
import { useEffect, type PropsWithChildren } from 'react'
import { AppTabBar } from '@/custom-tab-bar/AppTabBar'
import { sitAt } from '@/features/catalogue'
import { openHome } from '@/features/home'
import { waitBeforeJoining } from '@/features/members'
import { beforeJoining, comeIn } from '@/features/referral'
import { watchNetwork } from '@/platform/network'
import { queryOf, tableScene } from '@/platform/scene'
import { isSinglePage } from '@/platform/share'
import { attachShell } from '@/platform/shell'
import { putOnline } from '@/ui/OfflineBar'
import './app.scss'

type Query = Readonly<Record<string, unknown>>

/**
 * Every way in comes through here, whatever page it opens and whether the app was running or not: a code on a table says
 * where its guest sits, any other of ours who brought whom, and where it leads.
 */
function noticeWayIn(query: Query, meant = false): void {
  const { scene } = query
  const seat = tableScene(typeof scene === 'string' ? scene : undefined)
  if (seat !== null) sitAt(seat.storeId, seat.table)
  else void comeIn(query, meant)
}

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    waitBeforeJoining(beforeJoining)
    // Out of Moments one page is shown, to nobody in particular.
    if (!isSinglePage()) void openHome()
  })
  // Cold and hot starts both come through here, with the query of the code or card that led in.
  useDidShow((options) => {
    if (!isSinglePage()) noticeWayIn(options?.query ?? {})
  })
  useEffect(() => attachShell((path) => noticeWayIn(queryOf(path), true)), [])
  useEffect(() => watchNetwork(putOnline), [])
  return (
    <>
      {children}
      <AppTabBar />
    </>
  )
}
