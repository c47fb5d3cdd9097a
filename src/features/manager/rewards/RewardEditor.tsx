import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { CouponChoice, RewardCampaignView, RewardState } from '@shared/rewards/contract'
import { cloudNow } from '@/platform/clock'
import { newKey } from '@/platform/ids'
import { askBeforeLeaving } from '@/platform/leaving'
import { scrollPageTo } from '@/platform/scroll'
import { Dialog } from '@/ui/Dialog'
import { Page } from '@/ui/Page'
import { toast } from '@/ui/toast'
import { isSame } from '../campaigns/describe'
import { firstFaultId, placed } from './faults'
import { draftOf, formOf, newForm, type RewardForm as Form } from './form'
import { STATE_NAMES } from './RewardCard'
import { RewardFoot } from './RewardFoot'
import { RewardForm } from './RewardForm'
import { moveReward, saveReward, useRewards, type Outcome } from './store'
import './RewardEditor.scss'

type Move = Exclude<RewardState, 'draft'>
/** Its height is left free above what is scrolled to. */
const HEAD_ID = 'reward-head'
const NONE: ReadonlyMap<string, string> = new Map()

/** The form of one campaign, what is wrong with it, and what can be done with it. */
export function RewardEditor({ first }: { readonly first: RewardCampaignView | null }) {
  const { opened, coupons, form, dirty, faults, change, save, move } = useEditing(first)
  const [ending, setEnding] = useState(false)
  const state = opened?.state ?? 'draft'
  useAskBeforeLeaving(dirty && state !== 'ended')
  const end = async () => {
    await move('ended')
    setEnding(false)
  }
  const footer = <RewardFoot state={state} onSave={save} onMove={move} onEnd={() => setEnding(true)} />
  return (
    <Page title={opened?.name ?? '新建邀请活动'} {...(state === 'ended' ? {} : { footer })}>
      <View className='reward-editor'>
        <Text className='reward-editor__state' id={HEAD_ID}>
          {STATE_NAMES[state]}
        </Text>
        <RewardForm
          form={form}
          onChange={change}
          coupons={coupons}
          faults={faults}
          begun={state !== 'draft'}
        />
      </View>
      <Ending open={ending} onEnd={end} onClose={() => setEnding(false)} />
    </Page>
  )
}

/** What is typed, the campaign as it was last heard, and what saving and moving it came to. */
function useEditing(first: RewardCampaignView | null) {
  const coupons = useRewards((s) => s.coupons)
  const [id, setId] = useState(first?.id ?? null)
  const [key] = useState(newKey)
  const opened = useRewards((s) => s.campaigns?.find((one) => one.id === id) ?? null)
  const [form, setForm] = useState<Form>(() => firstForm(first, coupons))
  const [saved, setSaved] = useState(form)
  const [faults, setFaults] = useState(NONE)
  const tell = (outcome: Outcome, done: string): RewardCampaignView | null => {
    const wrong = 'faults' in outcome ? placed(outcome.faults) : NONE
    setFaults(wrong)
    showFirst(wrong)
    const kept = 'campaign' in outcome ? outcome.campaign : null
    const known = kept ?? ('now' in outcome ? outcome.now : undefined)
    if (known) setId(known.id)
    toast(wordsOf(outcome, done))
    return kept
  }
  const save = async () => {
    const kept = tell(await saveReward(opened, key, draftOf(form)), '已保存')
    if (kept) setSaved(form)
    return kept
  }
  const move = async (to: Move) => {
    // what is in the form is what begins
    const moved = to === 'running' ? await save() : opened
    if (moved) tell(await moveReward(moved, to), MOVED[to])
  }
  const change = (part: Partial<Form>) => {
    setForm({ ...form, ...part })
    setFaults(NONE)
  }
  return { opened, coupons, form, dirty: !isSame(form, saved), faults, change, save, move }
}

/** What was typed and not saved is not lost by a slip of the finger. */
function useAskBeforeLeaving(dirty: boolean): void {
  useEffect(() => {
    if (dirty) return askBeforeLeaving('改动还没有保存，要离开吗？')
  }, [dirty])
}

/** Once the sentence stands there: the page is as tall as it will be. */
function showFirst(faults: ReadonlyMap<string, string>): void {
  const id = firstFaultId(faults)
  if (id !== null) setTimeout(() => scrollPageTo(id, HEAD_ID))
}

const firstForm = (first: RewardCampaignView | null, coupons: readonly CouponChoice[]): Form =>
  first ? formOf(first) : newForm(cloudNow(), coupons.find(({ running }) => running)?.id ?? '')

const MOVED: Readonly<Record<Move, string>> = {
  running: '活动已开启',
  paused: '已暂停，新来的好友不再有奖励',
  ended: '活动已结束',
}
function wordsOf(outcome: Outcome, done: string): string {
  if ('words' in outcome) return outcome.words
  return 'faults' in outcome ? `有 ${outcome.faults.size} 处要改` : done
}

type EndingProps = { readonly open: boolean; readonly onEnd: () => unknown; readonly onClose: () => void }
function Ending({ open, onEnd, onClose }: EndingProps) {
  return (
    <Dialog
      open={open}
      title='结束这个活动？'
      confirmText='结束活动'
      cancelText='再想想'
      onConfirm={onEnd}
      onCancel={onClose}
    >
      <Text>已经下单的好友照常得奖励，之后的不再有。结束后不能再开。</Text>
    </Dialog>
  )
}
