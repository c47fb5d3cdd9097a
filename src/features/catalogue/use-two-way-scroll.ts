import Taro from '@tarojs/taro'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { scrollListTo } from '@/platform/scroll'
import { firstSections, nearSections, sectionAt, type Section } from './sections'

type Box = { readonly top: number; readonly height: number }
type Scrolled = { readonly detail: { readonly scrollTop: number; readonly scrollHeight: number } }
type Measured = { readonly tops: readonly number[]; readonly height: number }

const LIST = 'menu-list'
const SECTION = 'menu-section'

/**
 * Rail and list lead each other: a tap on the rail scrolls the list to its section, scrolling the list moves the rail.
 * Only a change of section sets state. While a tap's scrolling runs, what passes by neither moves the rail nor is drawn.
 */
export function useTwoWayScroll(sections: readonly Section[]) {
  const [active, setActive] = useState(0)
  const { isDrawn, draw } = useDrawn(sections)
  const { at, y } = useMeasured(sections, draw)
  const aim = useRef<number | null>(null)

  const handlers = useMemo(
    () => ({
      goTo(index: number) {
        const { tops, height } = at.current
        const top = tops[index] ?? 0
        aim.current = index
        setActive(index)
        draw([index, ...nearSections(tops, top, height)])
        scrollListTo(LIST, top)
      },
      onScroll({ detail }: Scrolled) {
        const { tops, height } = at.current
        y.current = detail.scrollTop
        const index = sectionAt(tops, detail.scrollTop)
        const atEnd = height > 0 && detail.scrollTop + height >= detail.scrollHeight - 2
        if (aim.current === null) setActive(atEnd ? Math.max(0, tops.length - 1) : index)
        else if (atEnd || index === aim.current) aim.current = null
        if (aim.current === null) draw(nearSections(tops, detail.scrollTop, height))
      },
      /** The finger takes over. */
      onTouchStart() {
        aim.current = null
      },
    }),
    [at, y, draw],
  )
  return { active, isDrawn, listId: LIST, sectionClass: SECTION, ...handlers }
}

/** Sections come to be drawn as they come near, and stay. The others hold their place, exactly as high. */
function useDrawn(sections: readonly Section[]) {
  const [drawn, setDrawn] = useState<ReadonlySet<number>>(
    () => new Set(Array.from({ length: firstSections(sections) }, (_, i) => i)),
  )
  const draw = useCallback(
    (indexes: readonly number[]) =>
      setDrawn((was) => (indexes.every((i) => was.has(i)) ? was : new Set([...was, ...indexes]))),
    [],
  )
  return { isDrawn: (index: number) => drawn.has(index), draw }
}

/** Where the sections lie, measured when they come or change; then those in reach are drawn. `y` is the caller's to keep. */
function useMeasured(sections: readonly Section[], draw: (indexes: readonly number[]) => void) {
  const at = useRef<Measured>({ tops: [], height: 0 })
  const y = useRef(0)
  useEffect(() => {
    if (sections.length === 0) return
    Taro.nextTick(() =>
      measure(y.current, (measured) => {
        at.current = measured
        draw(nearSections(measured.tops, y.current, measured.height))
      }),
    )
  }, [sections, draw])
  return { at, y }
}

function measure(scrolled: number, take: (measured: Measured) => void): void {
  Taro.createSelectorQuery()
    .select(`#${LIST}`)
    .boundingClientRect()
    .selectAll(`.${SECTION}`)
    .boundingClientRect()
    .exec((boxes: readonly [Box | null, readonly Box[] | null]) => {
      const [list, parts] = boxes
      if (list === null || parts === null) return
      take({ height: list.height, tops: parts.map((part) => part.top - list.top + scrolled) })
    })
}
