import { hasOwn } from '../kernel/lists'
import {
  countFault,
  faultIf,
  isWhole,
  moneyFault,
  repeats,
  textFault,
  type FieldFault,
} from '../stores/fault'
import type { ProgrammeDraft } from './office-contract'

/** What a draft is held against. */
export type ProgrammeFacts = {
  readonly categoryIds: readonly string[]
  readonly productIds: readonly string[]
  /** What one point is worth at the checkout; 0: nothing. */
  readonly pointFen: number
  /** Campaigns from which coupons can be given by hand, that run now: id → title. */
  /** The functions have the shop's WeChat Pay keys. */
  readonly canTransfer: boolean
  readonly couponTitles: Readonly<Record<string, string>>
}

const MOST_RATE_BP = 5000
const MOST_FEN = 1_000_000
const MOST_TERMS = 2000
const MOST_COUPONS = 5
/** WeChat transfers nothing smaller, and a payout by hand is work. */
const LEAST_CASH_FEN = 10
/** From ¥2,000 on WeChat wants the person's name, which nobody tells us. */
const MOST_TRANSFER_FEN = 199_999

/** Everything that contradicts itself, the menu, the points or the campaigns; [] for one that can be saved. */
export function programmeFaults(draft: ProgrammeDraft, facts: ProgrammeFacts): FieldFault[] {
  const numbers = amountFaults(draft)
  return [
    ...rateFaults(draft, facts),
    ...countFault('returnDays', draft.returnDays, 0, 30, '结算等待天数'),
    ...numbers,
    ...(numbers.length > 0 ? [] : limitFaults(draft)),
    ...wayFaults(draft, facts),
    ...(draft.open ? textFault('terms', draft.terms, MOST_TERMS, '推客须知') : []),
  ]
}

function rateFaults(
  { rateBp, categories, products, open }: ProgrammeDraft,
  facts: ProgrammeFacts,
): FieldFault[] {
  const one = (field: string, bp: number) =>
    faultIf(!isWhole(bp, 0, MOST_RATE_BP), field, `佣金比例要在 0% 到 ${MOST_RATE_BP / 100}% 之间`)
  const own = (
    name: 'categories' | 'products',
    rates: Readonly<Record<string, number>>,
    known: readonly string[],
  ) =>
    Object.entries(rates).flatMap(([id, bp]) => [
      ...one(`${name}.${id}`, bp),
      ...faultIf(!known.includes(id), `${name}.${id}`, '菜单里没有这一项了，请删掉'),
    ])
  const pays = [rateBp, ...Object.values(categories), ...Object.values(products)].some((bp) => bp > 0)
  return [
    ...one('rateBp', rateBp),
    ...own('categories', categories, facts.categoryIds),
    ...own('products', products, facts.productIds),
    ...faultIf(open && !pays, 'rateBp', '所有比例都是 0%，推客什么也拿不到'),
  ]
}

const amountFaults = (draft: ProgrammeDraft): FieldFault[] => [
  ...moneyFault('minimumFen', draft.minimumFen, MOST_FEN, '最低提现'),
  ...moneyFault('dailyFen', draft.dailyFen, MOST_FEN, '每日上限'),
  ...moneyFault('approvalAboveFen', draft.approvalAboveFen, MOST_FEN, '免审额度'),
  ...moneyFault('transferMaxFen', draft.transferMaxFen, MOST_TRANSFER_FEN, '单笔转账上限'),
]

/** Amounts that are sound by themselves and contradict each other. */
const limitFaults = ({
  minimumFen,
  dailyFen,
  cash,
  transfer,
  transferMaxFen,
  coupons,
}: ProgrammeDraft): FieldFault[] => [
  ...faultIf(minimumFen > dailyFen, 'dailyFen', '每日上限比最低提现还少，一次也提不了'),
  ...faultIf((cash || transfer) && minimumFen < LEAST_CASH_FEN, 'minimumFen', '现金和微信转账提现至少 ¥0.1'),
  ...faultIf(
    transfer && transferMaxFen < Math.max(minimumFen, LEAST_CASH_FEN),
    'transferMaxFen',
    '单笔转账上限比最低提现还少，一次也转不了',
  ),
  ...coupons.flatMap(({ fen }, i) =>
    faultIf(fen > dailyFen, `coupons.${i}.fen`, '比每日上限还多，换不了这张券'),
  ),
]

function wayFaults(
  { open, cash, transfer, pointsPerYuan, coupons }: ProgrammeDraft,
  facts: ProgrammeFacts,
): FieldFault[] {
  const none = !cash && !transfer && pointsPerYuan === 0 && coupons.length === 0
  return [
    ...faultIf(open && none, 'cash', '至少要有一种提现方式'),
    ...faultIf(
      transfer && !facts.canTransfer,
      'transfer',
      '还没有配置微信支付商户密钥，见部署说明“商家转账”',
    ),
    ...countFault('pointsPerYuan', pointsPerYuan, 0, 10_000, '每元换积分'),
    ...faultIf(
      pointsPerYuan > 0 && facts.pointFen === 0,
      'pointsPerYuan',
      '店里的积分还不能抵钱，换了也没用',
    ),
    ...faultIf(coupons.length > MOST_COUPONS, 'coupons', `可换的券最多 ${MOST_COUPONS} 种`),
    ...coupons.flatMap(({ campaignId, fen }, i) => [
      ...faultIf(
        !hasOwn(facts.couponTitles, campaignId),
        `coupons.${i}.campaignId`,
        '只能换正在进行的“店员发放”券',
      ),
      ...faultIf(!isWhole(fen, 1, MOST_FEN), `coupons.${i}.fen`, '要填换这张券用多少佣金'),
    ]),
    ...repeats(coupons.map(({ campaignId }) => campaignId)).map(({ at, first }) => ({
      field: `coupons.${at}.campaignId`,
      sentence: `和第 ${first + 1} 个是同一种券`,
    })),
  ]
}
