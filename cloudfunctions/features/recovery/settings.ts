import { largestCostFen, slotOf } from '@shared/coupons/benefit'
import { isRefused, refuse } from '@shared/kernel/refusal'
import { DAY_MS } from '@shared/kernel/time'
import { KINDS } from '@shared/reach/kinds'
import type * as contract from '@shared/recovery/contract'
import type { RecoveryDraft } from '@shared/recovery/contract'
import { DEFAULTS, type RecoveryPlan } from '@shared/recovery/plan'
import { planFaults } from '@shared/recovery/plan-faults'
import type { CampaignRow, ShopRow } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import { derivedId } from '../../platform/identity'
import type { UseCase } from '../../platform/router'
import { readShop } from '../catalogue'
import { givenNow } from '../coupons'
import { record, requireManager } from '../staff'
import { experimentIdOf, NO_TALLY, recoveryRepository } from './repository'

/** Eight weeks, and the week in which the last of them may still buy. */
const READOUT_MS = 63 * DAY_MS

const FRESH: RecoveryDraft = { on: false, campaignId: null, readoutMs: READOUT_MS, ...DEFAULTS }

const draftOf = ({ recovery }: ShopRow): RecoveryDraft => {
  if (!recovery) return FRESH
  const { version: _v, coupon, startedAt, readoutAt, ...rules } = recovery
  return { ...rules, campaignId: coupon?.campaignId ?? null, readoutMs: readoutAt - startedAt }
}

const formOf = (shop: ShopRow, given: readonly CampaignRow[]) => ({
  form: {
    draft: draftOf(shop),
    version: versionOf(shop),
    choices: given.map(({ _id, terms }) => ({
      campaignId: _id,
      title: terms.title,
      costFen: largestCostFen(terms.benefit),
    })),
    templates: {
      unpaid: shop.templates[KINDS.orderUnpaid.template] !== undefined,
      coupon: shop.templates[KINDS.orderLeft.template] !== undefined,
    },
  },
})
const versionOf = ({ recovery }: ShopRow): string => derivedId('v', JSON.stringify(recovery ?? null))

export const readSettings: UseCase<typeof contract.settings> = async (_input, ctx) => {
  const manager = await requireManager(ctx)
  if (isRefused(manager)) return manager
  const [shop, given] = await Promise.all([readShop(ctx.db), givenNow(ctx.db, ctx.now)])
  return formOf(shop, given)
}

/**
 * Saves the plan with the record of it. Other rules are another comparison: a new version with tallies of its own, read on
 * a day that is fixed now. Switching it off and on again changes nothing else.
 */
export const saveSettings: UseCase<typeof contract.save> = async ({ version, draft }, ctx) => {
  const manager = await requireManager(ctx)
  if (isRefused(manager)) return manager
  const [seen, given] = await Promise.all([readShop(ctx.db), givenNow(ctx.db, ctx.now)])
  const costs = Object.fromEntries(given.map(({ _id, terms }) => [_id, largestCostFen(terms.benefit)]))
  const faults = planFaults(draft, { payWithinMs: seen.payWithinMs, costs })
  if (faults.length > 0) return refuse('CONTRADICTION', { faults })
  return ctx.tx(async (db) => {
    const shop = await readShop(db)
    if (sameDraft(draftOf(shop), draft)) return formOf(shop, given)
    if (versionOf(shop) !== version) return refuse('CHANGED_MEANWHILE', formOf(shop, given))
    const after = planOf(draft, shop, given, ctx)
    const repo = recoveryRepository(db)
    await repo.setPlan(after)
    if (after.version !== shop.recovery?.version) {
      const { on: _on, ...plan } = after
      await repo.begin({
        _id: experimentIdOf(plan.version),
        plan,
        arms: { treated: NO_TALLY, control: NO_TALLY },
      })
    }
    const deed = { storeId: null, what: 'recovery.save', subject: 'shop' }
    await record(db, ctx, { ...deed, before: shop.recovery ?? null, after })
    return formOf({ ...shop, recovery: after }, given)
  })
}

const rulesOf = ({ on: _on, ...rules }: RecoveryDraft) => rules
const inOrder = (draft: object) => JSON.stringify(Object.entries(draft).sort(([a], [b]) => (a < b ? -1 : 1)))
const sameDraft = (a: RecoveryDraft, b: RecoveryDraft): boolean => inOrder(a) === inOrder(b)

function planOf(
  draft: RecoveryDraft,
  shop: ShopRow,
  given: readonly CampaignRow[],
  { now }: Pick<Ctx, 'now'>,
): RecoveryPlan & { readonly on: boolean } {
  const before = shop.recovery
  const { on, campaignId, readoutMs, ...rules } = draft
  if (before && inOrder(rulesOf(draft)) === inOrder(rulesOf(draftOf(shop)))) return { ...before, on }
  const campaign = given.find(({ _id }) => _id === campaignId)
  const coupon = campaign && {
    campaignId: campaign._id,
    title: campaign.terms.title,
    slot: slotOf(campaign.terms.benefit),
    costFen: largestCostFen(campaign.terms.benefit),
  }
  const version = (before?.version ?? 0) + 1
  return { ...rules, on, version, coupon: coupon ?? null, startedAt: now, readoutAt: now + readoutMs }
}
