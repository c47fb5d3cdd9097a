import type { CodeOf } from '../kernel/action'
import type {
  campaigns,
  grantCoupon,
  revokeCoupon,
  saveCampaign,
  setCampaignState,
} from './campaign-contract'
import type { claim, offers, redeemCode, wallet } from './contract'

type Code = CodeOf<typeof wallet | typeof offers | typeof claim | typeof redeemCode>

/** What a customer reads when the cloud says no. */
export const COUPON_SENTENCES = {
  NOT_A_MEMBER: '加入会员就能领券，点一下就好',
  OFFER_GONE: '这个活动已经结束了，看看别的券吧',
  SOLD_OUT: '来晚一步，券已经被领完了',
  ALREADY_CLAIMED: '你已经领过了，在我的券里',
  NOT_FOR_YOU: '这张券只给指定的会员，你暂时领不了',
  POINTS_SHORT: '积分还不够，再攒攒吧',
  CODE_UNKNOWN: '没有这个兑换码，请核对一下',
} as const satisfies Record<Code, string>

type CampaignCode = CodeOf<
  typeof campaigns | typeof saveCampaign | typeof setCampaignState | typeof grantCoupon | typeof revokeCoupon
>

/** What the owner reads when the cloud says no. */
export const CAMPAIGN_SENTENCES = {
  CAMPAIGN_NOT_FOUND: '没有找到这个活动',
  CHANGED_MEANWHILE: '活动刚被别人改过，已更新到最新，请核对后再保存',
  CONTRADICTION: '有几处填得不对，改好再保存',
  TEXT_REJECTED: '给顾客看的文字里有不合适的内容，请改一改',
  CODE_TAKEN: '这个兑换码别的活动在用，请换一个',
  WRONG_STATE: '活动现在不能这样操作',
  OTHER_WELCOME_RUNS: '已经有一个新人礼在进行，先暂停或结束它',
  OFFER_GONE: '活动没有在进行，发不了券',
  MEMBER_NOT_FOUND: '没有这位会员，请核对会员号',
  SOLD_OUT: '活动的券已经发完了',
  ALREADY_CLAIMED: '这位会员的券已经发够了',
  NOT_FOR_YOU: '这位会员不在活动的发放范围里',
  COUPON_NOT_FOUND: '没有找到这张券',
  COUPON_HELD: '这张券正用在一个待支付的订单上，等订单结束再收回',
  COUPON_USED: '这张券已经用掉了，收不回来',
} as const satisfies Record<CampaignCode, string>
