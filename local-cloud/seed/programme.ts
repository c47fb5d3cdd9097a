import type { AccountRow, LibraryRow, PromoterRow } from '../../cloudfunctions/database/rows'
import { memberIdOf } from '../../cloudfunctions/platform/identity'
import { DAY_MS, type Instant } from '@shared/kernel/time'
import type { Programme } from '@shared/promoters/contract'
import { NO_BALANCES } from '@shared/promoters/ledger'
import { pictureOf } from './files'
import { may } from './people'

/** The demo shop's programme: 5 % of what is paid for goods, more for drinks, nothing for soy milk that hardly pays itself. */
export const programme: Programme = {
  open: true,
  rateBp: 500,
  categories: { coffee: 800, tea: 800 },
  products: { 'soy-milk': 0 },
  returnDays: 7,
  minimumFen: 1000,
  dailyFen: 20_000,
  approvalAboveFen: 5000,
  cash: true,
  transfer: true,
  transferMaxFen: 20_000,
  pointsPerYuan: 120,
  coupons: [{ campaignId: 'sorry', title: '一点心意 8 元券', fen: 600 }],
  terms: [
    '1. 朋友通过你分享的卡片、海报或小程序码第一次加入会员，就和你绑定；绑定后不会变。',
    '2. 朋友每次下单，你按商品实付金额拿佣金，打包费和配送费不算。下单即显示，收货 7 天后可提现。',
    '3. 朋友退款，相应的佣金一起退回；已经提走的，从之后的佣金里扣。',
    '4. 佣金只有一级，不收任何费用，也不发展下线。自己下单、刷单不算，查实会停用资格。',
    '5. 提现满 ¥10，可换积分、换券、微信转账（24 小时内确认收款），或由店家转账；超过 ¥50 的由店主审核。',
  ].join('\n'),
  termsVersion: 1,
}

/** May has been accepted, and nobody has ordered through her yet. */
export function promoterRows(
  now: Instant,
  memberKey: string,
): { readonly promoters: readonly PromoterRow[]; readonly accounts: readonly AccountRow[] } {
  const _id = memberIdOf(may.openid, memberKey)
  const promoter: PromoterRow = {
    _id,
    shopId: 'shop',
    state: 'accepted',
    name: may.name,
    note: '住在学府路，常带同事来',
    termsVersion: programme.termsVersion,
    changedAt: now - 2 * DAY_MS,
    reason: '',
  }
  const account: AccountRow = {
    _id,
    ...NO_BALANCES,
    entries: 0,
    earning: true,
    drawn: { day: '', fen: 0 },
  }
  return { promoters: [promoter], accounts: [account] }
}

/** What promoters of the demo shop pass on: a drink of the season, and breakfast as a whole. */
export const libraryRow = (now: Instant): LibraryRow => ({
  _id: 'shop',
  materials: [
    {
      id: 'material-osmanthus',
      productId: 'osmanthus-latte',
      title: '桂花拿铁回来了',
      text: '今年的桂花拿铁又上了，用的是店里自己熬的桂花酱，不太甜。路过可以先在小程序上点好，到店直接拿，不用排队。',
      pictures: [pictureOf('osmanthus-latte'), pictureOf('latte')],
      savedAt: now - DAY_MS,
    },
    {
      id: 'material-breakfast',
      productId: null,
      title: '早上没空买早饭的看过来',
      text: '公司楼下这家七点就开门，小笼包、豆浆、贝果和咖啡都有，前一晚可以预订，到点去拿。第一次点，记得先领新人券。',
      pictures: [pictureOf('xiaolongbao'), pictureOf('soy-milk'), pictureOf('bagel')],
      savedAt: now - 3 * DAY_MS,
    },
  ],
})
