import type { code as contract } from '@shared/referral/contract'
import { isRefused, refuse } from '@shared/kernel/refusal'
import type { UseCase } from '../../platform/router'
import { readSharer } from './channel-repository'
import { keepCode, madeOf } from './keep-code'
import { resolveTarget, targetId, type TargetFacts } from './target'

/** One read for a code that is there with its picture; a new one costs a write more, and its picture an upload. */
export const makeCode =
  (facts: TargetFacts): UseCase<typeof contract> =>
  async ({ target: wanted, channel }, ctx) => {
    const _id = ctx.shortCode('member', ctx.memberId, channel, wanted.kind, targetId(wanted))
    const known = await readSharer(ctx.db, ctx.memberId, _id)
    if (!known) return refuse('NOT_A_MEMBER')
    if (known.channel) return answered(await keepCode(known.channel, true, ctx))
    const from = { menuVersion: known.menuVersion, byShop: false }
    const resolved = await resolveTarget(wanted, from, ctx, facts)
    if (isRefused(resolved)) return resolved
    const { target } = resolved
    const own = { _id, kind: 'member', promoter: ctx.memberId, channel, target, label: '' } as const
    return answered(await keepCode({ ...own, createdAt: ctx.now }, false, ctx))
  }

const answered = (kept: Awaited<ReturnType<typeof keepCode>>) => (isRefused(kept) ? kept : madeOf(kept))
