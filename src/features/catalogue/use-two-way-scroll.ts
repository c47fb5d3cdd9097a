import Taro from '@tarojs/taro'
import { useEffect, useMemo, useRef, useState } from 'react'
import { scrollListTo } from '@/platform/scroll'
import { sectionAt, type Section } from './sections'

type Box = { readonly top: number; readonly height: number }
type Scrolled = { readonly detail: { readonly scrollTop: number; readonly scrollHeight: number } }

const LIST = 'menu-list'
const SECTION = 'menu-section'

/**
 * Rail and list lead each other: a tap on the rail scrolls the list to its section, scrolling the list moves the rail.
 * Only a change of section sets state. While a tap's scrolling runs, what passes by doesn't move the rail.
 */
export function useTwoWayScroll(sections: readonly Section[]) {
  const [active, setActive] = useState(0)
  const tops = useRef<readonly number[]>([])
  const height = useRef(0)
  const y = useRef(0)
  const aim = useRef<number | null>(null)

  useEffect(() => {
    if (sections.length > 0) Taro.nextTick(() => measure(y.current, tops, height))
  }, [sections])

  const handlers = useMemo(
    () => ({
      goTo(index: number) {
        aim.current = index
        setActive(index)
        scrollListTo(LIST, tops.current[index] ?? 0)
      },
      onScroll({ detail }: Scrolled) {
        y.current = detail.scrollTop
        const index = sectionAt(tops.current, detail.scrollTop)
        const atEnd = height.current > 0 && detail.scrollTop + height.current >= detail.scrollHeight - 2
        if (aim.current === null) setActive(atEnd ? Math.max(0, tops.current.length - 1) : index)
        else if (atEnd || index === aim.current) aim.current = null
      },
      /** The finger takes over. */
      onTouchStart() {
        aim.current = null
      },
    }),
    [],
  )
  return { active, listId: LIST, sectionClass: SECTION, ...handlers }
}

function measure(scrolled: number, tops: { current: readonly number[] }, height: { current: number }): void {
  Taro.createSelectorQuery()
    .select(`#${LIST}`)
    .boundingClientRect()
    .selectAll(`.${SECTION}`)
    .boundingClientRect()
    .exec((boxes: readonly [Box | null, readonly Box[] | null]) => {
      const [list, parts] = boxes
      if (list === null || parts === null) return
      height.current = list.height
      tops.current = parts.map((part) => part.top - list.top + scrolled)
    })
}
