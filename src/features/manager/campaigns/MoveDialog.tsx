import { Text } from '@tarojs/components'
import type { CampaignDraft, CampaignView } from '@shared/coupons/campaign-contract'
import type { Instant } from '@shared/kernel/time'
import { Dialog } from '@/ui/Dialog'
import { forecastOf } from './forecast'
import { momentWords, startMoment } from './moments'
import { yuanGrouped } from './typed'

export type Move = 'start' | 'resume' | 'pause' | 'end'
type Props = {
  /** null: nothing is asked. */
  readonly asking: Move | null
  /** As it will be saved. */
  readonly draft: CampaignDraft
  /** What is out; null for a new one. */
  readonly opened: CampaignView | null
  readonly now: Instant
  readonly onConfirm: (move: Move) => Promise<unknown>
  readonly onCancel: () => void
}
type Words = { readonly title: string; readonly body: string; readonly confirm: string }

/** Asks before money can be given away, or no longer can; the amount is in the question. */
export function MoveDialog({ asking, draft, opened, now, onConfirm, onCancel }: Props) {
  if (asking === null) return null
  const { title, body, confirm } = wordsOf(asking, draft, opened, now)
  return (
    <Dialog
      open
      danger={asking === 'end'}
      title={title}
      confirmText={confirm}
      cancelText='再看看'
      onCancel={onCancel}
      onConfirm={() => onConfirm(asking)}
    >
      <Text>{body}</Text>
    </Dialog>
  )
}

function wordsOf(move: Move, draft: CampaignDraft, opened: CampaignView | null, now: Instant): Words {
  const { eachFen, count, left, leftFen, mostFen } = forecastOf(draft, opened ?? undefined)
  const each = `每张最多减 ¥${yuanGrouped(eachFen)}`
  const out = opened?.issued ?? 0
  switch (move) {
    case 'start':
      return {
        title:
          mostFen === null
            ? '这个活动没有上限，要开始吗？'
            : `最多会送出 ¥${yuanGrouped(mostFen)}，要开始吗？`,
        body: `${count === null ? '发多少张都不停' : `共 ${count} 张`}，${each}。${beginning(draft, now)}`,
        confirm: '开始活动',
      }
    case 'resume':
      return {
        title:
          leftFen === null
            ? '这个活动没有上限，要继续吗？'
            : `最多还会送出 ¥${yuanGrouped(leftFen)}，要继续吗？`,
        body: `${left === null ? '发多少张都不停' : `还有 ${left} 张`}，${each}。`,
        confirm: '继续活动',
      }
    case 'pause':
      return {
        title: '暂停这个活动？',
        body: `暂停后不再发券，随时可以继续。已发出的 ${out} 张照常能用。`,
        confirm: '暂停',
      }
    case 'end':
      return {
        title: opened?.state === 'draft' ? '作废这个草稿？' : '结束这个活动？',
        body:
          opened?.state === 'draft'
            ? '作废后不能恢复，可以照着再开一个。'
            : `结束后不能再开，可以照着另开一个。已发出的 ${out} 张照常能用，最多花费 ¥${yuanGrouped(opened?.issuedFen ?? 0)}。`,
        confirm: opened?.state === 'draft' ? '作废' : '结束活动',
      }
  }
}

function beginning({ startAt }: CampaignDraft, now: Instant): string {
  return now < startAt ? `到 ${momentWords(startMoment(startAt))} 自动开始。` : '确定后马上开始发券。'
}
