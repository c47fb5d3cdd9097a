import { yuan, type Fen } from '@shared/kernel/money'
import type { ProgrammeDraft } from '@shared/promoters/office-contract'

/** Terms to begin with, out of what the form says; the owner writes on from there. */
export function termsTemplate(draft: ProgrammeDraft): string {
  return [
    '谁可以参加：本店会员都可以申请，店家通过后生效。不收任何费用，也没有下线和团队，佣金只有一级。',
    '谁算你带来的：朋友第一次通过你分享的卡片、海报或小程序码加入会员，就记在你名下，之后不会变。已经是会员的不算。',
    `佣金怎么算：朋友下单，按商品实付金额和页面上的比例算，打包费、配送费不算。下单时就能看到，收货 ${days(draft.returnDays)}后可以提现。`,
    '退款怎么办：朋友退了多少，对应的佣金就收回多少；已经提走的，从之后的佣金里扣。',
    `怎么提现：${waysWords(draft)}`,
    '这些不可以：自己下单、刷单、冒充店员、夸大宣传、打扰别人。发现后会停用资格，停用后的订单不再算佣金。',
    '税费：佣金属于个人收入，按国家规定应缴的税由本人承担。',
    '规则有变：店家可能调整比例和本须知，只影响之后的订单；须知更新后，需要重新同意。',
  ]
    .map((line, i) => `${i + 1}. ${line}`)
    .join('\n')
}

const days = (n: number): string => (n > 0 ? `${n} 天` : '')
const known = (fen: Fen): boolean => Number.isSafeInteger(fen) && fen > 0

function waysWords({ cash, transfer, pointsPerYuan, coupons, ...limits }: ProgrammeDraft): string {
  const ways = [
    ...(transfer ? ['微信转账（24 小时内确认收款）'] : []),
    ...(cash ? ['由店家付现金'] : []),
    ...(pointsPerYuan > 0 ? ['换积分'] : []),
    ...(coupons.length > 0 ? ['换优惠券'] : []),
  ]
  const { minimumFen, dailyFen, approvalAboveFen } = limits
  const words = [
    ...(known(minimumFen) ? [`满 ¥${yuan(minimumFen)} 可以提`] : []),
    ...(known(dailyFen) ? [`每天最多 ¥${yuan(dailyFen)}`] : []),
    ...(ways.length > 0 ? [`可以${ways.join('、')}`] : []),
    approvalAboveFen === 0 ? '每笔由店家审核' : `超过 ¥${yuan(approvalAboveFen)} 的先由店家审核`,
  ]
  return `${words.join('，')}。`
}
