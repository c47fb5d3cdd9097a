import { MARKETING_TEMPLATES } from '@shared/reach/kinds'
import type { ConsentAnswers } from '@shared/reach/contract'
import type { Ctx } from '../../platform/ctx'
import type { Db } from '../../platform/db'
import { DuplicateKey } from '../../platform/errors'
import { derivedId } from '../../platform/identity'
import { reachRepository, voidConsents } from './repository'

/**
 * Keeps what a member answered about marketing templates on one tap: each acceptance is a document, one message that may
 * be sent. `tap` names the tap (an order, a claim's key), so that the same tap sent again counts once. Other answers stand
 * in the log alone; nothing depends on them, and nothing is ever given for an acceptance.
 *
 * No write without an acceptance. The tap's own deed is done by then, so a write that fails is logged and costs one
 * reminder, not an order.
 */
export async function recordConsents(answers: ConsentAnswers, tap: string, ctx: Ctx): Promise<void> {
  for (const template of MARKETING_TEMPLATES) {
    const answer = answers[template]
    if (answer === undefined) continue
    ctx.log('info', 'reach.answered', { memberId: ctx.memberId, template, answer })
    if (answer === 'accept') await keep(template, tap, ctx)
  }
}

async function keep(template: string, tap: string, { db, memberId, now, log }: Ctx): Promise<void> {
  const _id = derivedId('k', memberId, tap, template)
  try {
    await reachRepository(db).addConsent({ _id, memberId, template, state: 'open', at: now, jobId: null })
  } catch (error) {
    if (!(error instanceof DuplicateKey)) log('warn', 'reach.notRecorded', { memberId, template, error })
  }
}

/** A member leaves: nothing is sent to them any more, and what was is forgotten. Safe to repeat; two writes. */
export async function stopReaching(db: Db, memberId: string): Promise<void> {
  await voidConsents(db, memberId)
  await reachRepository(db).forgetLog(memberId)
}
