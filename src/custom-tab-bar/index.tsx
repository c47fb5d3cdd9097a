import { useState } from 'react'
import { currentPage } from '@/platform/shell'
import { useIsCovered } from '@/ui/cover'
import { TabBar } from './TabBar'

/**
 * WeChat mounts one of these on each tab page, while that page is on top: what it is then, it stays. WeChat draws it
 * over whatever the page draws, so it makes way while a sheet or a dialog is open.
 */
export default function CustomTabBar() {
  const [page] = useState(currentPage)
  return useIsCovered(page) ? null : <TabBar current={page} />
}
