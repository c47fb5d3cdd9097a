import type { Ctx } from '../../platform/ctx'
import { promoterRepository } from './repository'
import { setEarning } from './set-earning'

/**
 * 注销: what a promoter told of themselves is emptied, and orders pay them no more. Their account stays on the books under
 * an id that tells nobody who it was; should they come back, it is theirs again, and so is a ban. Safe to repeat. One
 * read for who is no promoter.
 */
export async function forgetPromoter({ db, tx, memberId, now }: Ctx): Promise<void> {
  if (!(await promoterRepository(db).promoter(memberId))) return
  await tx(async (inTx) => {
    const promoters = promoterRepository(inTx)
    const row = await promoters.promoter(memberId)
    if (!row) return
    const state = row.state === 'banned' ? 'banned' : 'declined'
    const kept = state === 'banned' ? row.reason : ''
    await promoters.putPromoter({ ...row, state, name: '', note: '', reason: kept, changedAt: now })
    if (await promoters.account(memberId)) await setEarning(inTx, memberId, false)
  })
}
