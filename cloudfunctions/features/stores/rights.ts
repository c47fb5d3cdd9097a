import { refuse } from '@shared/kernel/refusal'
import type { Role } from '@shared/members/contract'
import type { Ctx } from '../../platform/ctx'
import type { Forbidden } from '../../platform/router'
import { roleAt, rolesOf } from './repository'

/** Whoever works at this store, read at this very moment: FORBIDDEN to all others, whether the store exists or not. One read. */
export async function requireStaff(storeId: string, ctx: Ctx): Promise<{ role: Role } | Forbidden> {
  const role = await roleAt(ctx.db, storeId, ctx.memberId)
  return role === null ? refuse('FORBIDDEN') : { role }
}

/** The same for what owner and managers of this store decide: FORBIDDEN to clerks too. */
export async function requireManagerOf(storeId: string, ctx: Ctx): Promise<{ role: Role } | Forbidden> {
  const staff = await requireStaff(storeId, ctx)
  return 'role' in staff && staff.role === 'clerk' ? refuse('FORBIDDEN') : staff
}

/** Owner and managers of any store, with the stores where they are that. One read. */
export async function requireManager(ctx: Ctx): Promise<{ stores: ReadonlyMap<string, Role> } | Forbidden> {
  const stores = await rolesOf(ctx.db, ctx.memberId, ['owner', 'manager'])
  return stores.size === 0 ? refuse('FORBIDDEN') : { stores }
}
