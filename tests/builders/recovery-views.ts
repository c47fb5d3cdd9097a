/** What the cloud says of orders that were left, for component tests. */
import { DAY_MS } from '@shared/kernel/time'
import type { LeftOrder, RecoveryDraft } from '@shared/recovery/contract'
import { DEFAULTS } from '@shared/recovery/plan'
import { NOW } from './shop-views'

export const LEFT_COUPON = { campaignId: 'left', title: '给你留的 4 元', costFen: 400 }

export const aRecoveryDraft = (change: Partial<RecoveryDraft> = {}): RecoveryDraft => ({
  on: true,
  campaignId: 'left',
  readoutMs: 63 * DAY_MS,
  ...DEFAULTS,
  ...change,
})
/** The answer of the form's actions. */
export const aRecoveryForm = (change: Partial<RecoveryDraft> = {}, version = 'v1', more: object = {}) => ({
  form: {
    draft: aRecoveryDraft(change),
    version,
    choices: [LEFT_COUPON],
    templates: { unpaid: true, coupon: true },
    ...more,
  },
})
export const aLeftOrder = (change: Partial<LeftOrder> = {}): LeftOrder => ({
  orderId: 'o1',
  at: NOW,
  arm: 'treated',
  why: [],
  given: true,
  bought: null,
  member: '阿May',
  goods: '拿铁×1、鲜肉小笼×2',
  payFen: 3_100,
  reminder: 'pushed',
  ...change,
})
export const aRecoveryReport = (
  latest: readonly LeftOrder[] = [],
  running: object | null = {},
  on = true,
) => ({
  on,
  running: running && {
    version: 1,
    coupon: LEFT_COUPON.title,
    startedAt: NOW,
    readoutAt: NOW + 63 * DAY_MS,
    treated: 12,
    control: 11,
    card: ['数据还不够：每组还差 180 人。', '1月24日以后、人数够了再看，现在看会看走眼。'],
    ...running,
  },
  latest,
})
