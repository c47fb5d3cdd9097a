import { Text, View } from '@tarojs/components'
import { useEffect, useState, type ReactNode } from 'react'
import type { FieldFault } from '@shared/coupons/campaign-contract'
import { askBeforeLeaving } from '@/platform/leaving'
import { Dialog } from '@/ui/Dialog'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Sheet } from '@/ui/Sheet'
import { toast } from '@/ui/toast'
import { useEdit, type Answer, type Edit, type SectionForm } from './edit'
import { changedNames } from './merge'
import './SectionSheet.scss'

type Props<D> = SectionForm<D> & {
  readonly title: string
  /** What the form's fields are called, by path: to tell what somebody else changed. */
  readonly names: Readonly<Record<string, string>>
  readonly onClose: () => void
  readonly children: (edit: Edit<D>) => ReactNode
}

const UNSAVED = '改动还没有保存，要放弃吗？'

/** One section of a form: edited here, saved as a whole, left only when its changes are saved or given up. */
export function SectionSheet<D extends object>(props: Props<D>) {
  const { title, names, onClose, children } = props
  const section = useEdit(props)
  const { base, theirs, dirty } = section
  const [leaving, setLeaving] = useState(false)
  useEffect(() => (dirty ? askBeforeLeaving(UNSAVED) : undefined), [dirty])
  const told = (answer: Answer) => {
    tell(answer)
    if (answer === 'saved') onClose()
  }
  return (
    <>
      <Sheet
        open
        title={title}
        onClose={() => (dirty ? setLeaving(true) : onClose())}
        footer={
          <PrimaryButton size='l' disabled={!dirty} onTap={() => section.save().then(told)}>
            {saveWords(dirty, section.faults)}
          </PrimaryButton>
        }
      >
        {children(section.edit)}
        <Elsewhere faults={section.elsewhere} />
      </Sheet>
      {theirs !== null && (
        <Changed
          names={changedNames(base.draft, theirs.draft, names)}
          onTheirs={() => section.takeTheirs(theirs)}
          onMine={() => section.saveMine(theirs).then(told)}
        />
      )}
      <Leaving open={leaving} onStay={() => setLeaving(false)} onLeave={onClose} />
    </>
  )
}

function tell(answer: Answer): void {
  if (answer === 'saved') toast('已保存')
  else if (answer !== 'changed') toast(answer.sentence)
}

function Elsewhere({ faults }: { readonly faults: readonly FieldFault[] }) {
  return faults.map(({ field, sentence }) => (
    <Text key={field} className='section-sheet__elsewhere'>
      别的设置里也有要改的：{sentence}
    </Text>
  ))
}

function saveWords(dirty: boolean, faults: number): string {
  if (!dirty) return '没有改动'
  return faults > 0 ? `保存（还有 ${faults} 处要改）` : '保存'
}

type LeavingProps = { readonly open: boolean; readonly onStay: () => void; readonly onLeave: () => void }

function Leaving({ open, onStay, onLeave }: LeavingProps) {
  return (
    <Dialog
      open={open}
      danger
      title='改动还没有保存'
      confirmText='放弃改动'
      cancelText='继续改'
      onCancel={onStay}
      onConfirm={onLeave}
    >
      <Text>现在离开，刚才的改动就没有了。</Text>
    </Dialog>
  )
}

type ChangedProps = {
  readonly names: readonly string[]
  readonly onTheirs: () => void
  readonly onMine: () => unknown
}

/** Somebody else saved first: what they changed, and which of both holds. */
export function Changed({ names, onTheirs, onMine }: ChangedProps) {
  return (
    <Dialog
      open
      title='刚才有人改过设置'
      confirmText='保存我的改动'
      cancelText='看最新的'
      onCancel={onTheirs}
      onConfirm={onMine}
    >
      <View className='section-sheet__changed'>
        <Text>改的是：{names.length === 0 ? '别的设置' : names.join('、')}。</Text>
        <Text>保存你的改动，会留着别人改的其他地方；两个人都改了的，以你的为准。</Text>
      </View>
    </Dialog>
  )
}
