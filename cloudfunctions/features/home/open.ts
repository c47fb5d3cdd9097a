import type { open as contract } from '@shared/home/contract'
import type { UseCase } from '../../platform/router'
import { storefront } from '../catalogue'
import { meView, readMember } from '../members'

/** Everything the first screen shows. For a phone that knows the menu: one call, two reads. */
export const open: UseCase<typeof contract> = async ({ knownMenu }, ctx) => {
  const [front, known] = await Promise.all([
    storefront(knownMenu, ctx),
    readMember(ctx.db, ctx.memberId, ctx.now),
  ])
  return { ...front, me: meView(known?.member ?? null, known?.coupons ?? []) }
}
