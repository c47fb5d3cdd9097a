import { type TreeNode } from './tree'

/** As `boundingClientRect` and `scrollOffset` answer, px. */
export type Rect = {
  left: number
  right: number
  top: number
  bottom: number
  width: number
  height: number
  scrollTop: number
  scrollHeight: number
}

const PX = { list: { top: 130, height: 560 }, header: 43, card: 112, other: 44 }

const rect = (top: number, height: number): Rect => ({
  left: 0,
  right: 375,
  top,
  bottom: top + height,
  width: 375,
  height,
  scrollTop: 0,
  scrollHeight: height,
})

/** A section of the menu: a header, and cards or the room that is kept for them. */
function sectionHeight(section: TreeNode): number {
  const rooms = section
    .findAll('.menu-list__room')
    .map((room) => /--cards:\s*(\d+)/.exec(String(room.attrs['style'])))
  const cards = section.findAll('.product-card').length
  return PX.header + PX.card * rooms.reduce((sum, room) => sum + Number(room?.[1]), cards)
}

/** There is no layout engine. The menu's list is laid out by its style sheet's sizes, anything else is 44 px high. */
export function layOut(node: TreeNode): Rect {
  if (node.id === 'menu-list') return rect(PX.list.top, PX.list.height)
  if (!node.classes.includes('menu-section')) return rect(0, PX.other)
  const above = (node.parent?.children ?? []).filter((c) => typeof c !== 'string')
  const top = above.slice(0, above.indexOf(node)).reduce((sum, section) => sum + sectionHeight(section), 0)
  return rect(PX.list.top + top, sectionHeight(node))
}
