import type { bindingOf as contract } from '@shared/referral/contract'
import { isRefused } from '@shared/kernel/refusal'
import type { BindingRow } from '../../database/rows'
import type { UseCase } from '../../platform/router'
import { record, requireManager } from '../staff'
import { bindingRepository } from './repository'

/** How a member came to their promoter. Two reads, and a line of the record: it is somebody's history that is looked at. */
export const bindingOf: UseCase<typeof contract> = async ({ memberId }, ctx) => {
  const manager = await requireManager(ctx)
  if (isRefused(manager)) return manager
  const binding = await bindingRepository(ctx.db).binding(memberId)
  const seen = { storeId: null, what: 'binding.seen', subject: memberId, before: null, after: null }
  await record(ctx.db, ctx, seen)
  return { binding: binding && bindingView(binding) }
}

const bindingView = ({ _id, promoter, promoterSince: _since, touches, ...row }: BindingRow) => ({
  ...row,
  memberId: _id,
  promoterId: promoter,
  touches: touches.map(({ promoter: promoterId, ...touch }) => ({ ...touch, promoterId })),
})
