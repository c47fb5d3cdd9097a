import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CampaignState } from '@shared/coupons/campaign-contract'
import { MINUTE_MS } from '@shared/kernel/time'
import { cloudNow } from '@/platform/clock'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { useClock } from '@/ui/use-clock'
import { isSound, move, save } from './deeds'
import { isDirty, openNew, useEditor } from './editor'
import { useForm } from './form-context'
import { MoveDialog, type Move } from './MoveDialog'
import { copyForm } from './templates'
import './Footer.scss'

const TARGET = { start: 'running', resume: 'running', pause: 'paused', end: 'ended' } as const

/** What can be done with the campaign now. */
export function Footer() {
  const { opened, form, read } = useForm()
  const dirty = useEditor(isDirty)
  const now = useClock(cloudNow, MINUTE_MS)
  const [asking, setAsking] = useState<Move | null>(null)
  const ask = (wanted: Move) => {
    // what begins is sent as it stands in the form
    const sends = wanted === 'start' || wanted === 'resume'
    if (!sends || isSound()) setAsking(wanted)
  }
  return (
    <View className='campaign-foot'>
      <Buttons state={opened?.state ?? 'draft'} dirty={dirty} isNew={opened === null} ask={ask} />
      {opened?.state === 'ended' && (
        <Main words='照这个再开一个' onTap={() => openNew(copyForm(form, now))} />
      )}
      <MoveDialog
        asking={asking}
        draft={read.draft}
        opened={opened}
        now={now}
        onCancel={() => setAsking(null)}
        onConfirm={async (wanted) => {
          await move(TARGET[wanted])
          setAsking(null)
        }}
      />
    </View>
  )
}

type ButtonsProps = {
  readonly state: CampaignState
  readonly dirty: boolean
  readonly isNew: boolean
  readonly ask: (move: Move) => void
}
const CHANGED = '已保存，以后发的券按新的来'

/** Left what is done less often, right what comes next. */
function Buttons({ state, dirty, isNew, ask }: ButtonsProps) {
  switch (state) {
    case 'draft':
      return (
        <>
          <Side off={!isNew && !dirty} words='存草稿' onTap={() => save('草稿已存下')} />
          <Main words='开始活动' onTap={() => ask('start')} />
        </>
      )
    case 'running':
      return (
        <>
          <Side words='暂停' onTap={() => ask('pause')} />
          <Main off={!dirty} words={dirty ? '保存修改' : '没有改动'} onTap={() => save(CHANGED)} />
        </>
      )
    case 'paused':
      return (
        <>
          <Side off={!dirty} words='保存修改' onTap={() => save(CHANGED)} />
          <Main words='继续活动' onTap={() => ask('resume')} />
        </>
      )
    case 'ended':
      return null
  }
}

type ButtonProps = { readonly words: string; readonly off?: boolean; readonly onTap: () => unknown }

const Side = ({ words, off = false, onTap }: ButtonProps) => (
  <PrimaryButton size='l' tone='plain' disabled={off} onTap={onTap}>
    {words}
  </PrimaryButton>
)
const Main = ({ words, off = false, onTap }: ButtonProps) => (
  <PrimaryButton className='campaign-foot__main' size='l' disabled={off} onTap={onTap}>
    {words}
  </PrimaryButton>
)

/** At the foot of the form: ends the campaign for good. Nothing to end on a new one. */
export function EndRow() {
  const { opened, read } = useForm()
  const [asking, setAsking] = useState<Move | null>(null)
  if (opened === null) return null
  return (
    <>
      <View className='campaign-end' onClick={() => setAsking('end')}>
        {opened.state === 'draft' ? '作废这个草稿' : '结束活动'}
      </View>
      <MoveDialog
        asking={asking}
        draft={read.draft}
        opened={opened}
        now={cloudNow()}
        onCancel={() => setAsking(null)}
        onConfirm={async () => {
          await move('ended')
          setAsking(null)
        }}
      />
    </>
  )
}
