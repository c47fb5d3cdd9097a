import { View } from '@tarojs/components'
import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, type ReactNode } from 'react'
import { cx } from './cx'
import { OfflineBar } from './OfflineBar'
import './Page.scss'

type Props = {
  readonly title: string
  readonly children: ReactNode
  /** A bar fixed at the bottom, above the home indicator. The page leaves room for it. */
  readonly footer?: ReactNode
  /** A tab page: room is left for the tab bar. */
  readonly tab?: boolean
  readonly className?: string
}

/** The frame of every page: paper, title in the navigation bar, safe areas, the word when the network is away. */
export function Page({ title, children, footer, tab = false, className }: Props) {
  useTitle(title)
  return (
    <View
      className={cx('ui-page', footer !== undefined && 'ui-page--footed', tab && 'ui-page--tab', className)}
    >
      <OfflineBar />
      {children}
      {footer !== undefined && <View className='ui-page__footer'>{footer}</View>}
    </View>
  )
}

/** The navigation bar's title: set when the page comes into view, and when it changes while in view. */
function useTitle(title: string): void {
  const inView = useRef(true)
  useDidShow(() => {
    inView.current = true
    void Taro.setNavigationBarTitle({ title })
  })
  useDidHide(() => {
    inView.current = false
  })
  useEffect(() => {
    if (inView.current) void Taro.setNavigationBarTitle({ title })
  }, [title])
}
