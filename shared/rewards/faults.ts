import { countFault, faultIf, fenFault } from '../coupons/faults/fault'
import type { FieldFault } from '../coupons/campaign-contract'
import { DAY_MS, type Instant } from '../kernel/time'
import type { CouponChoice, RewardDraft, WantedGift } from './contract'

/** One reward of points is no more than this. */
export const POINTS_MOST = 100_000
const MIN_PAID_MOST_FEN = 1_000_000
const CAP_MOST = 10_000
const BUDGET_MOST = 100_000_000
const PERIOD_MOST_MS = 366 * DAY_MS
/** WeChat lets a team have five people, the one who shares included; this shop has none at all. */
const TEAM_MOST = 0

export type RewardFaultFacts = {
  readonly coupons: readonly CouponChoice[]
  /** A shop without points can give none. */
  readonly hasPoints: boolean
  readonly now: Instant
}

/**
 * Everything in a reward campaign that WeChat forbids, that contradicts itself, or that can't be kept; each with its field
 * and a sentence for the owner. Empty: it may run. The rules of the place: 微信小程序运营规范 5.1, 5.3 and 5.9.
 */
export function rewardFaults(draft: RewardDraft, facts: RewardFaultFacts): FieldFault[] {
  return [
    ...lawFaults(draft),
    ...partyFaults(draft),
    ...giftFaults('promoter', draft.promoter, facts),
    ...giftFaults('friend', draft.friend, facts),
    ...giftFaults('second', draft.second, facts),
    ...amountFaults(draft),
    ...capFaults(draft),
    ...periodFaults(draft, facts.now),
    ...wordFaults('name', draft.name),
    ...wordFaults('note', draft.note),
  ]
}

/** What would cost the shop its mini-program. */
function lawFaults({ when, friendsNeeded, levels, teamSize }: RewardDraft): FieldFault[] {
  return [
    ...faultIf(when === 'share', 'when', '微信不许奖励“分享”这个动作，只能在好友加入会员或下单之后奖励'),
    ...faultIf(
      friendsNeeded !== 1,
      'friendsNeeded',
      '要凑够几位好友才给，会被判为诱导分享；每带来一位好友就该给一次',
    ),
    ...faultIf(levels !== 1, 'levels', '只能奖励直接带来的好友，好友再带来的人不能再算给他，否则是多级分销'),
    ...faultIf(teamSize > TEAM_MOST, 'teamSize', '这里不做组队瓜分；微信也不许 5 人以上组队'),
  ]
}

function partyFaults({ promoter, friend, second, when }: RewardDraft): FieldFault[] {
  return [
    ...faultIf(!promoter && !friend, 'promoter', '邀请人和好友至少有一方得到奖励'),
    ...faultIf(
      second !== null && promoter === null && when === 'firstOrder',
      'second',
      '首单不奖励邀请人，却奖励第二单，顾客会看不懂；先设首单的奖励',
    ),
  ]
}

function giftFaults(field: string, gift: WantedGift | null, facts: RewardFaultFacts): FieldFault[] {
  if (gift === null) return []
  switch (gift.kind) {
    case 'randomPoints':
      return faultIf(true, field, '奖励多少不能靠运气，微信不许随机或抽奖，请填固定的积分')
    case 'points':
      return [
        ...faultIf(!facts.hasPoints, field, '店里还没有开通积分，送不了积分'),
        ...countFault(`${field}.points`, gift.points, 1, POINTS_MOST, '积分'),
      ]
    case 'coupon': {
      const coupon = facts.coupons.find(({ id }) => id === gift.campaignId)
      return coupon
        ? faultIf(!coupon.running, field, `“${coupon.title}”没有在发放，先去优惠活动里开启它`)
        : faultIf(true, field, '请选一张“邀请奖励”券，没有的话先去优惠活动里新建')
    }
  }
}

function amountFaults(draft: RewardDraft): FieldFault[] {
  const points = [draft.promoter, draft.friend, draft.second].map((g) =>
    g?.kind === 'points' ? g.points : 0,
  )
  const most = Math.max(...points)
  const { pointsBudget, when, second, minPaidFen } = draft
  return [
    ...fenFault('minPaidFen', minPaidFen, 0, MIN_PAID_MOST_FEN, '实付金额'),
    ...faultIf(
      when === 'signup' && second === null && minPaidFen > 0,
      'minPaidFen',
      '入会就奖励，没有订单可以看实付金额，请填 0',
    ),
    ...faultIf(most > 0 && pointsBudget === null, 'pointsBudget', '送积分要有总数，免得送超了'),
    ...(pointsBudget === null ? [] : countFault('pointsBudget', pointsBudget, 1, BUDGET_MOST, '积分总数')),
    ...faultIf(
      pointsBudget !== null && pointsBudget > 0 && pointsBudget < most,
      'pointsBudget',
      `一份奖励就要 ${most} 积分，总数连一份也不够`,
    ),
  ]
}

function capFaults({ caps: { total, month, day } }: RewardDraft): FieldFault[] {
  const cap = (field: string, n: number | null, what: string) =>
    n === null ? [] : countFault(`caps.${field}`, n, 1, CAP_MOST, what)
  const above = (low: number | null, high: number | null) => low !== null && high !== null && low > high
  return [
    ...cap('total', total, '每人总共'),
    ...cap('month', month, '每人每月'),
    ...cap('day', day, '每人每天'),
    ...faultIf(above(month, total), 'caps.month', '每月的次数不能比总次数多'),
    ...faultIf(above(day, month ?? total), 'caps.day', '每天的次数不能比每月或总次数多'),
  ]
}

function periodFaults({ startAt, endAt }: RewardDraft, now: Instant): FieldFault[] {
  if (endAt <= startAt) return faultIf(true, 'endAt', '结束时间要晚于开始时间')
  return [
    ...faultIf(endAt <= now, 'endAt', '结束时间已经过了'),
    ...faultIf(endAt - startAt > PERIOD_MOST_MS, 'endAt', '一次活动最长一年'),
  ]
}

const FORBIDDEN = [
  '朋友圈',
  '转发',
  '集赞',
  '抽奖',
  '随机',
  '下级',
  '下线',
  '躺赚',
  '裂变',
  '分享得',
  '分享领',
  '分享送',
]

/** Words for which WeChat's reviewers look, and which promise what this campaign does not do. */
function wordFaults(field: string, text: string): FieldFault[] {
  const word = FORBIDDEN.find((one) => text.includes(one))
  return faultIf(word !== undefined, field, `“${word}”这样的说法会被微信判为诱导分享，请换个写法`)
}
