import type { CodeOf } from '../kernel/action'
import type { LeftOrder, report, save, settings, Why } from './contract'

type Code = CodeOf<typeof settings | typeof save | typeof report>

/** What the owner reads when the cloud says no. */
export const RECOVERY_SENTENCES = {
  CONTRADICTION: '有几处填得不对，改好再保存',
  CHANGED_MEANWHILE: '设置刚被别人改过，请核对后再保存',
} as const satisfies Record<Code, string>

/** Why an order that was left brought no coupon, for the owner. */
export const WHY_SENTENCES = {
  regular: '是常客，不发券也会再来',
  active: '一周内刚买过，没有走远',
  coolDown: '上次给过券，还没到间隔',
  perYear: '今年的券给够次数了',
  habit: '常常等到券才付款，不再给',
  notWorth: '按已有的结果，发券不划算',
  chance: '分在对照组，只比较、不发券',
  heldOut: '在长期对照组里，不发任何营销消息',
  recent: '这周已经处理过这位顾客的另一单',
  goodsGone: '那一单里有商品卖完或下架了',
  noCoupon: '还没有选要发的券',
} as const satisfies Record<Why, string>

/** What became of the reminder while the order could still be paid. */
export const REMINDER_WORDS = {
  pushed: '提醒已发',
  inApp: '首页提示',
  held: '提醒未发送',
  paid: '提醒前已付款',
  failed: '提醒没发成',
} as const satisfies Record<NonNullable<LeftOrder['reminder']>, string>
