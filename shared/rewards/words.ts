import { yuan } from '../kernel/money'
import { shopDateTime } from '../kernel/time'
import type { FriendState, Gift, PartNote, RewardEvent, RewardPart, RuleView } from './contract'
import type { RewardTerms } from './terms'

/** “满 20 减 3”券, or 50 积分. */
export const giftWords = (gift: Gift): string =>
  gift.kind === 'coupon' ? `“${gift.title}”券` : `${gift.points} 积分`

/** What the friend did, as the owner reads it. */
export const EVENT_WORDS: Readonly<Record<RewardEvent, string>> = {
  signup: '好友入会',
  first: '好友首单',
  second: '好友第二单',
}

/** Why a promoter got nothing for a friend, as they read it themselves. What the rules look at is told to nobody. */
const OWN_NOTES: Readonly<Record<PartNote, string>> = {
  '': '',
  soldOut: '奖励已经发完',
  capped: '已到奖励次数上限',
  gone: '当时你的会员状态不能得奖励',
  fraud: '不符合活动规则，没有奖励',
  refunded: '好友的订单已全额退款，奖励收回',
  used: '',
  inUse: '',
  owner: '门店核对后没有发放',
  overdue: '不符合活动规则，没有奖励',
}

function ownWords({ gift, state, note }: RewardPart): string {
  if (state === 'granted') return `你得到 ${giftWords(gift)}`
  return state === 'held' ? '门店正在核对，最多 30 天会有结果' : OWN_NOTES[note]
}

type OwnReward = { readonly event: RewardEvent; readonly part: RewardPart }

/** What a promoter reads of their rewards for one friend, a line each; with several, of which deed each is. */
export const ownLines = (rewards: readonly OwnReward[]): string[] =>
  rewards.map(({ event, part }) =>
    rewards.length === 1 ? ownWords(part) : `${EVENT_WORDS[event]}：${ownWords(part)}`,
  )

/** How far a friend is for their promoter: what is being looked at comes first, then what was given. */
export function friendState(parts: readonly RewardPart[], bought: boolean): FriendState {
  const is = (state: RewardPart['state']) => parts.some((part) => part.state === state)
  if (is('held')) return 'review'
  if (is('granted')) return 'rewarded'
  if (parts.length > 0) return 'none'
  return bought ? 'ordered' : 'joined'
}

/** The rule in three steps, and the terms beside the button. Everything in it is decided by the campaign. */
export function ruleView(terms: RewardTerms): RuleView {
  return { steps: stepsOf(terms), terms: termsTexts(terms), endAt: terms.endAt }
}

function stepsOf(terms: RewardTerms): string[] {
  const { promoter, friend, when, minPaidFen } = terms
  const deed = when === 'signup' ? '好友加入会员' : `好友完成首单${atLeast(minPaidFen)}`
  const gifts = [
    ...(promoter ? [`你得 ${giftWords(promoter)}`] : []),
    ...(friend ? [`好友得 ${giftWords(friend)}`] : []),
  ]
  return ['好友从你的邀请进店', deed, `${gifts.join('，')}，马上到账`]
}

const atLeast = (fen: number): string => (fen > 0 ? `，实付满 ¥${yuan(fen)}` : '')

function termsTexts({ caps, when, second, minPaidFen, note, startAt, endAt }: RewardTerms): string[] {
  const most = [
    ...(caps.day === null ? [] : [`每天 ${caps.day} 次`]),
    ...(caps.month === null ? [] : [`每月 ${caps.month} 次`]),
    ...(caps.total === null ? [] : [`总共 ${caps.total} 次`]),
  ]
  return [
    `活动时间：${shopDateTime(startAt)} 至 ${shopDateTime(endAt)}`,
    '好友须是第一次加入会员，并且通过你的邀请进店；已是会员的不算。',
    ...(second ? [`好友完成第二单${atLeast(minPaidFen)}，你再得 ${giftWords(second)}。`] : []),
    ...(most.length > 0 ? [`每位邀请人最多得奖励：${most.join('，')}。`] : []),
    ...(when === 'firstOrder' || second
      ? ['好友的订单要有实付金额；全额退款的，没用过的奖励会收回，同一位好友不再补发。']
      : []),
    '奖励数量有限，发完为止。同一人重复注册等异常情况，门店会先核对再发放或取消。',
    '只奖励你直接邀请的好友；奖励与是否分享、分享次数无关。',
    ...(note === '' ? [] : [note]),
  ]
}
