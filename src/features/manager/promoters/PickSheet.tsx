import { useState } from 'react'
import { Empty } from '@/ui/Empty'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Sheet } from '@/ui/Sheet'
import { CheckList, type Checkable } from '../campaigns/CheckList'

type Props = {
  readonly title: string
  readonly items: readonly Checkable[]
  readonly none: string
  /** At most one: another takes its place. */
  readonly single?: boolean
  readonly chosen?: readonly string[]
  readonly onDone: (ids: readonly string[]) => void
  readonly onClose: () => void
}

/** Picks of a list: any number, or one. */
export function PickSheet({ title, items, none, single = false, chosen = [], onDone, onClose }: Props) {
  const [picked, setPicked] = useState(chosen)
  const footer = (
    <PrimaryButton size='l' disabled={picked.length === 0} onTap={() => onDone(picked)}>
      {single ? '选好了' : picked.length === 0 ? '还没有选' : `选好了（${picked.length}）`}
    </PrimaryButton>
  )
  return (
    <Sheet open title={title} onClose={onClose} {...(items.length === 0 ? {} : { footer })}>
      {items.length === 0 && <Empty icon='note' title={none} />}
      <CheckList items={items} chosen={picked} onChange={(ids) => setPicked(single ? ids.slice(-1) : ids)} />
    </Sheet>
  )
}
