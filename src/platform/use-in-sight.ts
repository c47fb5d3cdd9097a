import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { onHidden, onVisible } from './lifecycle'

/** Whether this page is looked at: on top of the others, and the app on the screen. For pages that refresh themselves. */
export function useInSight(): boolean {
  const [onTop, setOnTop] = useState(true)
  const [appInSight, setAppInSight] = useState(true)
  useDidShow(() => setOnTop(true))
  useDidHide(() => setOnTop(false))
  useEffect(() => {
    const unsee = onVisible(() => setAppInSight(true))
    const unhide = onHidden(() => setAppInSight(false))
    return () => {
      unsee()
      unhide()
    }
  }, [])
  return onTop && appInSight
}
