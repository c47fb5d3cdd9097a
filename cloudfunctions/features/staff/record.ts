import type { AuditRow } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import type { TxDb } from '../../platform/db'
import { addAudit } from './repository'

/** A change that moves money, rights, prices or campaigns, as it is told to the record. */
export type Deed = Pick<AuditRow, 'storeId' | 'what' | 'subject'> & {
  /** As it was; null where there was nothing. Never `undefined` inside: the database would drop it. */
  readonly before: unknown
  readonly after: unknown
}

/** Writes who did it, in the transaction that does it: no change without its line, no line without its change. */
export const record = (
  db: TxDb,
  { newId, now, memberId }: Pick<Ctx, 'newId' | 'now' | 'memberId'>,
  deed: Deed,
): Promise<void> => addAudit(db, { _id: newId(), at: now, by: memberId, ...deed })
