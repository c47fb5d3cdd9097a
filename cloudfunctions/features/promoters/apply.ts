import type { apply as contract } from '@shared/promoters/contract'
import { refuse } from '@shared/kernel/refusal'
import { afterApplying } from '@shared/promoters/standing'
import type { PromoterRow } from '../../database/rows'
import type { UseCase } from '../../platform/router'
import { readShop } from '../catalogue'
import { promoterRepository, readPromoter } from './repository'
import { setEarning } from './set-earning'
import { myself } from './views'

/**
 * Applies, answers an invitation, or accepts newer terms. What a person writes for the owner to read is looked at by
 * WeChat first. Their own yes to the very terms that hold now is what makes an invitation one.
 */
export const applyToPromote: UseCase<typeof contract> = async ({ name, note, termsVersion }, ctx) => {
  const { db, memberId, now } = ctx
  const known = await readPromoter(db, memberId)
  const { programme } = known?.shop ?? (await readShop(db))
  const accepted = known?.promoter.state === 'accepted'
  if (!programme || !(programme.open || accepted)) return refuse('PROGRAMME_CLOSED')
  if (programme.termsVersion !== termsVersion) return refuse('TERMS_CHANGED')
  if ((await ctx.texts.check(ctx.openid, `${name} ${note}`, 'profile')) === 'rejected')
    return refuse('TEXT_REJECTED')
  return ctx.tx(async (tx) => {
    const promoters = promoterRepository(tx)
    if (!(await promoters.isMember(memberId))) return refuse('NOT_A_MEMBER')
    const before = await promoters.promoter(memberId)
    const state = afterApplying(before?.state ?? null)
    if (state === null) return refuse('BANNED')
    const kept = accepted && note === '' ? (before?.note ?? '') : note
    const same = before?.state === state && before.name === name && before.note === kept
    const row: PromoterRow = {
      _id: memberId,
      shopId: 'shop',
      state,
      name,
      note: kept,
      termsVersion,
      changedAt: same ? before.changedAt : now,
      reason: '',
    }
    await promoters.putPromoter(row)
    if (state === 'accepted' && before?.state !== 'accepted') await setEarning(tx, memberId, true)
    return { promoter: myself(row) }
  })
}
