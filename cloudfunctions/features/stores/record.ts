import type { Ctx } from '../../platform/ctx'
import type { TxDb } from '../../platform/db'
import { addAudit } from './repository'

/** What somebody changed: `what` is the action, `subject` the id of the thing; of fields only those that changed. */
export type Change = {
  readonly storeId: string | null
  readonly what: string
  readonly subject: string
  readonly before: unknown
  readonly after: unknown
}

/** Keeps who changed what, in the transaction of the change itself. */
export const record = (db: TxDb, ctx: Ctx, change: Change): Promise<void> =>
  addAudit(db, { _id: ctx.newId(), at: ctx.now, by: ctx.memberId, ...change })
