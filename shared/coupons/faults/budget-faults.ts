import { yuan, type Fen } from '../../kernel/money'
import type { CampaignDraft, CampaignView, Entry, FieldFault } from '../campaign-contract'
import { mayRepeat } from '../campaign-state'
import { countFault, faultIf, fenFault } from './fault'

const BUDGET_MOST_COUNT = 1_000_000
const BUDGET_MOST_FEN: Fen = 1_000_000_000

/** How many may be had, by one member and by all. `costFen`: the most that one coupon can cost. */
export function budgetFaults(draft: CampaignDraft, costFen: Fen): FieldFault[] {
  const { count, fen, shards } = draft.budget
  return [
    ...(count === null ? [] : countFault('budget.count', count, 1, BUDGET_MOST_COUNT, '总张数')),
    ...(fen === null ? [] : fenFault('budget.fen', fen, 1, BUDGET_MOST_FEN, '总金额')),
    ...faultIf(
      fen !== null && fen < costFen,
      'budget.fen',
      `一张券最多要花 ¥${yuan(costFen)}，总金额连一张也不够`,
    ),
    ...countFault('budget.shards', shards, 1, 16, '分片'),
    ...faultIf(
      shards > 1 && (count === null || shards > count),
      'budget.shards',
      '抢券分片要有总张数，而且不能比总张数多',
    ),
    ...openHandFaults(draft),
    ...perMemberFaults(draft),
  ]
}

function perMemberFaults({ perMember, entry, budget }: CampaignDraft): FieldFault[] {
  return [
    ...countFault('perMember', perMember, 1, 99, '每人张数'),
    ...faultIf(perMember > 1 && !mayRepeat(entry), 'perMember', '这种发放方式每人只有一张'),
    ...faultIf(budget.count !== null && perMember > budget.count, 'perMember', '每人张数比总张数还多'),
  ]
}

/** Goods that are given away to whoever comes need an end: one forgotten campaign would be without bottom. */
function openHandFaults({ terms, entry, budget }: CampaignDraft): FieldFault[] {
  const paidOrByHand = entry.kind === 'points' || entry.kind === 'grant'
  const endless = budget.count === null && budget.fen === null
  return faultIf(
    terms.benefit.kind === 'exchange' && endless && !paidOrByHand,
    'budget.count',
    '白送的券要定总张数或总金额，否则会送到没底',
  )
}

/** What can't be changed any more of a campaign that has begun. */
export function changeFaults(
  draft: CampaignDraft,
  before: Pick<CampaignView, 'state' | 'entry' | 'issued' | 'issuedFen'>,
): FieldFault[] {
  const { count, fen } = draft.budget
  const begun = before.state !== 'draft'
  return [
    ...faultIf(before.state === 'ended', 'state', '活动已经结束，不能再改，可以另开一个'),
    ...faultIf(
      begun && !isSame(draft.entry, before.entry),
      'entry',
      '活动开始后不能改发放方式，可以另开一个',
    ),
    ...faultIf(
      count !== null && count < before.issued,
      'budget.count',
      `已经发了 ${before.issued} 张，总张数不能更少`,
    ),
    ...faultIf(
      fen !== null && fen < before.issuedFen,
      'budget.fen',
      `已经发出的券最多要花 ¥${yuan(before.issuedFen)}，总金额不能更少`,
    ),
  ]
}

const isSame = (a: Entry, b: Entry): boolean => {
  const [one, other] = [a, b].map((entry) => JSON.stringify(Object.entries(entry).sort()))
  return one === other
}
