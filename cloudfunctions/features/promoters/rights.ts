import { refuse } from '@shared/kernel/refusal'
import type { Ctx } from '../../platform/ctx'
import type { Forbidden } from '../../platform/router'
import { shopRole } from '../staff'

/** What moves money out, or decides how much does: the owner alone, else FORBIDDEN. One read. */
export async function requireOwner(
  ctx: Pick<Ctx, 'db' | 'memberId'>,
): Promise<{ readonly role: 'owner' } | Forbidden> {
  return (await shopRole(ctx)) === 'owner' ? { role: 'owner' } : refuse('FORBIDDEN')
}
