import { Input, Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { HeldReward } from '@shared/rewards/contract'
import { Dialog } from '@/ui/Dialog'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { Skeleton } from '@/ui/Skeleton'
import { toast } from '@/ui/toast'
import { NotAllowed } from '../../campaigns/NotAllowed'
import { HeldCard } from '../../rewards/HeldCard'
import { decide, loadHeld, useRewards } from '../../rewards/store'
import './index.scss'

type Deciding = { readonly held: HeldReward; readonly release: boolean }

/** Held rewards: who brought whom, which rules fired; release or cancel with a reason. */
export default function RewardReviewPage() {
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  useEffect(() => void loadHeld(), [])
  usePullDownRefresh(() => {
    void loadHeld().finally(() => Taro.stopPullDownRefresh())
  })
  useReachBottom(() => {
    if (useRewards.getState().next !== null) void loadHeld(true)
  })
  return (
    <Page title='待核对的奖励'>
      <Held onDecide={setDeciding} />
      {deciding !== null && <Confirm {...deciding} onClose={() => setDeciding(null)} />}
    </Page>
  )
}

function Held({ onDecide }: { readonly onDecide: (deciding: Deciding) => void }) {
  const { held, heldFailed } = useRewards()
  if (heldFailed?.code === 'FORBIDDEN') return <NotAllowed />
  if (held === null)
    return (
      <View className='reward-review'>
        {heldFailed === null ? (
          <Skeleton rows={4} />
        ) : (
          <ErrorState {...heldFailed} onRetry={() => loadHeld()} />
        )}
      </View>
    )
  if (held.length === 0) return <Empty icon='check' title='都核对完了' hint='看着不对劲的奖励会先停在这里' />
  return (
    <View className='reward-review'>
      {heldFailed !== null && <Text className='reward-review__stale'>没刷新成功：{heldFailed.sentence}</Text>}
      {held.map((one) => (
        <HeldCard key={one.id} held={one} onDecide={(release) => onDecide({ held: one, release })} />
      ))}
    </View>
  )
}

const REASON_MAX = 60

function Confirm({ held, release, onClose }: Deciding & { readonly onClose: () => void }) {
  const [reason, setReason] = useState('')
  const confirm = async () => {
    if (reason.trim() === '') return toast('写一句理由，会留在记录里')
    toast(await decide(held, release, reason.trim()))
    onClose()
  }
  return (
    <Dialog
      open
      title={release ? '发放这份奖励？' : '取消这份奖励？'}
      confirmText={release ? '确定发放' : '确定取消'}
      cancelText='再看看'
      onConfirm={confirm}
      onCancel={onClose}
    >
      <Input
        className='reward-review__reason'
        aria-label='理由'
        placeholder='理由，比如：认识，是同事'
        maxlength={REASON_MAX}
        value={reason}
        onInput={(e) => setReason(e.detail.value)}
      />
    </Dialog>
  )
}
