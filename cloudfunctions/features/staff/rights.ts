import { refuse } from '@shared/kernel/refusal'
import type { Role } from '@shared/members/contract'
import type { CounterRow } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import type { Forbidden } from '../../platform/router'
import { counterOf, countersOf } from './repository'

const STRONGEST_FIRST: readonly Role[] = ['owner', 'manager', 'clerk']

const roleAt = ({ staff }: CounterRow, memberId: string): Role | undefined =>
  Object.hasOwn(staff, memberId) ? staff[memberId]?.role : undefined

/**
 * The strongest role that the caller has at any of the shop's counters; null for who is no staff. One read, never
 * remembered: a dismissal counts from the next call on.
 */
export async function shopRole(ctx: Pick<Ctx, 'db' | 'memberId'>): Promise<Role | null> {
  const counters = await countersOf(ctx.db, ctx.memberId)
  const roles = counters.map((counter) => roleAt(counter, ctx.memberId))
  return STRONGEST_FIRST.find((role) => roles.includes(role)) ?? null
}

/** The caller's role at one store; null for who is no staff there, whether the store exists or not. One read. */
export async function storeRole(storeId: string, ctx: Pick<Ctx, 'db' | 'memberId'>): Promise<Role | null> {
  const counter = await counterOf(ctx.db, storeId)
  return (counter && roleAt(counter, ctx.memberId)) ?? null
}

/** Law 16 for what concerns the whole shop: its owner or a manager of any store, else FORBIDDEN. One read. */
export async function requireManager(
  ctx: Pick<Ctx, 'db' | 'memberId'>,
): Promise<{ readonly role: 'owner' | 'manager' } | Forbidden> {
  const role = await shopRole(ctx)
  return role === 'owner' || role === 'manager' ? { role } : refuse('FORBIDDEN')
}
