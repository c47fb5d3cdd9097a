import { benefitWords } from '@shared/coupons/benefit'
import type { CampaignView, Entry } from '@shared/coupons/campaign-contract'
import type { Benefit, BenefitKind } from '@shared/coupons/contract'
import { yuan } from '@shared/kernel/money'
import type { Instant } from '@shared/kernel/time'

/** Ways in, in the order in which an owner thinks of them. */
export const ENTRY_NAMES: Readonly<Record<Entry['kind'], string>> = {
  claim: '领券中心',
  signup: '新人礼',
  code: '兑换码',
  channel: '渠道专享',
  grant: '店员发放',
  points: '积分兑换',
  birthday: '生日礼',
  nthOrder: '满单礼',
  dormant: '回店礼',
  monthly: '等级月礼',
  reward: '邀请奖励',
}
export const ENTRY_HINTS: Readonly<Record<Entry['kind'], string>> = {
  claim: '放在领券中心，谁来都能领',
  signup: '一入会就自动到账，同时只能有一个新人礼',
  code: '知道兑换码的人才能领，适合印在杯套、传单上',
  channel: '只有点开专属链接的人能领，适合社群、合作方',
  grant: '店员在会员页里一张一张发，要写理由',
  points: '会员用积分来换',
  birthday: '生日前自动到账，一年一次',
  nthOrder: '付完第几单自动到账',
  dormant: '很久没来的会员自动到账，每次离开只发一张',
  monthly: '指定等级的会员每月可领一张',
  reward: '由“邀请有礼”发放，邀请人和好友各得一张，领券中心里没有',
}
export const BENEFIT_NAMES: Readonly<Record<BenefitKind, string>> = {
  amountOff: '满减',
  percentOff: '折扣',
  fixedPrice: '特价一件',
  nthUnit: '第二件折扣',
  exchange: '免单兑换',
  buyNGetM: '买几送几',
  freeDelivery: '免配送费',
}
export const kindsOf = <K extends string>(names: Readonly<Record<K, string>>): readonly K[] =>
  Object.keys(names) as K[]

/** How it comes to a member, in a few words: 付完第 3 单自动送. */
export function entryWords(entry: Entry): string {
  switch (entry.kind) {
    case 'code':
      return `兑换码 ${entry.code}`
    case 'birthday':
      return entry.daysBefore === 0 ? '生日当天自动送' : `生日前 ${entry.daysBefore} 天自动送`
    case 'nthOrder':
      return `付完第 ${entry.nth} 单自动送`
    case 'dormant':
      return `${entry.days} 天没来自动送`
    case 'points':
      return `${entry.points} 积分兑换`
    default:
      return ENTRY_NAMES[entry.kind]
  }
}

/** What a coupon without a title of its own is called: 满 20 减 3, 第二件半价. */
export function titleOf(benefit: Benefit): string {
  const { big, unit, line } = benefitWords(benefit)
  switch (benefit.kind) {
    case 'amountOff':
      return benefit.thresholdFen > 0 ? `满 ${yuan(benefit.thresholdFen)} 减 ${big}` : `立减 ${big} 元`
    case 'percentOff':
      return unit === '' ? `${big}券` : `${big} ${unit}券`
    case 'fixedPrice':
      return `${big} 元特价券`
    case 'exchange':
      return '免单兑换券'
    case 'freeDelivery':
      return '免配送费券'
    default:
      return line
  }
}

/** Whether the large word of a ticket needs the smaller letters: 免配送, 1000. */
export const isLong = (big: string): boolean => /[\u4e00-\u9fff]{3}/.test(big) || big.length > LONGEST
const LONGEST = 3

/** Where a campaign stands for its owner: what it does, and whether its time has come. */
export type Standing = 'draft' | 'waiting' | 'running' | 'paused' | 'over'
export const STANDING_NAMES: Readonly<Record<Standing, string>> = {
  draft: '草稿',
  waiting: '待开始',
  running: '进行中',
  paused: '已暂停',
  over: '已结束',
}
export function standingOf(
  { state, startAt, endAt }: Pick<CampaignView, 'state' | 'startAt' | 'endAt'>,
  now: Instant,
): Standing {
  if (state === 'draft') return 'draft'
  if (state === 'ended' || endAt <= now) return 'over'
  if (state === 'paused') return 'paused'
  return now < startAt ? 'waiting' : 'running'
}

/** Where a channel's coupon is had: the page to which its link, or a code made of it, leads. */
export const channelLink = (channel: string): string => `/features/coupons/pages/offers/index?code=${channel}`
