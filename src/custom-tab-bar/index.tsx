import { useState } from 'react'
import { currentPage } from '@/platform/shell'
import { TabBar } from './TabBar'

/** WeChat mounts one of these on each tab page, while that page is on top: what it is then, it stays. */
export default function CustomTabBar() {
  const [page] = useState(currentPage)
  return <TabBar current={page} />
}
