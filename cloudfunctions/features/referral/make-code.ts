import type { code as contract, shopCode as shopContract } from '@shared/referral/contract'
import { isRefused, refuse } from '@shared/kernel/refusal'
import type { UseCase } from '../../platform/router'
import { readShop } from '../catalogue'
import { record, requireManager } from '../staff'
import { channelRepository, readSharer } from './channel-repository'
import { keepCode } from './keep-code'
import { resolveTarget, targetId, type TargetFacts } from './target'

/** One read for a code that is there with its picture; a new one costs a write more, and its picture an upload. */
export const makeCode =
  (facts: TargetFacts): UseCase<typeof contract> =>
  async ({ target: wanted, channel }, ctx) => {
    const _id = ctx.shortCode('member', ctx.memberId, channel, wanted.kind, targetId(wanted))
    const known = await readSharer(ctx.db, ctx.memberId, _id)
    if (!known) return refuse('NOT_A_MEMBER')
    if (known.channel) return keepCode(known.channel, true, ctx)
    const from = { menuVersion: known.menuVersion, byShop: false }
    const target = await resolveTarget(wanted, from, ctx, facts)
    if (isRefused(target)) return target
    const own = { _id, kind: 'member', promoter: ctx.memberId, channel, target, label: '' } as const
    return keepCode({ ...own, createdAt: ctx.now }, false, ctx)
  }

/** The same for a code that hangs in the shop. Its making is recorded. */
export const makeShopCode =
  (facts: TargetFacts): UseCase<typeof shopContract> =>
  async ({ channel, label, target: wanted }, ctx) => {
    const manager = await requireManager(ctx)
    if (isRefused(manager)) return manager
    const _id = ctx.shortCode('shop', label, channel, wanted.kind, targetId(wanted))
    const before = await channelRepository(ctx.db).channel(_id)
    if (before) return keepCode(before, true, ctx)
    const { menuVersion } = await readShop(ctx.db)
    const target = await resolveTarget(wanted, { menuVersion, byShop: true }, ctx, facts)
    if (isRefused(target)) return target
    const own = { _id, kind: 'shop', promoter: null, channel, target, label } as const
    const made = await keepCode({ ...own, createdAt: ctx.now }, false, ctx)
    const deed = { storeId: null, what: 'channel.made', subject: _id, before: null, after: own }
    if (!isRefused(made)) await record(ctx.db, ctx, deed)
    return made
  }
