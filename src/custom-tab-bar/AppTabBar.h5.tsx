import { useEffect, useState } from 'react'
import { TABS } from '@/platform/navigation'
import { currentPage, onRoute } from '@/platform/shell'
import { TabBar } from './TabBar'

const tabs: readonly string[] = Object.values(TABS)

/** In a browser Taro shows no custom tab bar: the app carries one, above its pages, while a tab is on top. */
export function AppTabBar() {
  const [page, setPage] = useState(currentPage)
  useEffect(() => onRoute(() => setPage(currentPage())), [])
  const shown = page === '' ? TABS.home : page
  return tabs.includes(shown) ? <TabBar current={shown} /> : null
}
