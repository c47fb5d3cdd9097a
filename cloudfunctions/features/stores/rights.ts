import { refuse } from '@shared/kernel/refusal'
import type { Role } from '@shared/members/contract'
import type { Ctx } from '../../platform/ctx'
import type { Forbidden } from '../../platform/router'
import { countersOf, storeRole } from '../staff'

/** Whoever works at this store, read at this very moment: FORBIDDEN to all others, whether the store exists or not. One read. */
export async function requireStaff(storeId: string, ctx: Ctx): Promise<{ role: Role } | Forbidden> {
  const role = await storeRole(storeId, ctx)
  return role === null ? refuse('FORBIDDEN') : { role }
}

/** The same for what owner and managers of this store decide: FORBIDDEN to clerks too. */
export async function requireManagerOf(storeId: string, ctx: Ctx): Promise<{ role: Role } | Forbidden> {
  const staff = await requireStaff(storeId, ctx)
  return 'role' in staff && staff.role === 'clerk' ? refuse('FORBIDDEN') : staff
}

/** The stores where the caller is owner or manager, with which of both; FORBIDDEN where that is none. One read. */
export async function managedStores(ctx: Ctx): Promise<{ stores: ReadonlyMap<string, Role> } | Forbidden> {
  const counters = await countersOf(ctx.db, ctx.memberId)
  const roles = counters.map(({ _id, staff }) => [_id, staff[ctx.memberId]?.role ?? 'clerk'] as const)
  const stores = new Map(roles.filter(([, role]) => role !== 'clerk'))
  return stores.size === 0 ? refuse('FORBIDDEN') : { stores }
}
