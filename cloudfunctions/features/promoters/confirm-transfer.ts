import type * as contract from '@shared/promoters/contract'
import { Defect, refuse } from '@shared/kernel/refusal'
import { canPayout } from '@shared/promoters/payout'
import { programmeOf } from '@shared/promoters/programme'
import type { WithdrawalRow } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import type { UseCase } from '../../platform/router'
import { carryPayout } from './end-payout'
import { readPromoter } from './repository'
import { paidOut, standingOf } from './views'
import { withdrawalRepository } from './withdrawal-repository'

export const readConfirmation: UseCase<typeof contract.confirmation> = async ({ no }, ctx) => {
  const row = await withdrawalRepository(ctx.db).withdrawal(no)
  if (row?.promoter !== ctx.memberId) return refuse('WITHDRAWAL_NOT_FOUND')
  return confirmationOf(row, ctx) ?? refuse('NOT_WAITING')
}

/** With what the recipient confirms now; null: there is nothing to confirm. */
export function confirmationOf(
  row: WithdrawalRow,
  { transfers, now }: Pick<Ctx, 'transfers' | 'now'>,
): contract.Confirmation | null {
  const { packageInfo } = row.transfer ?? {}
  if (!transfers || packageInfo === undefined || !canPayout.confirm(standingOf(row), now)) return null
  return { mchId: transfers.mchId, appId: transfers.appId, package: packageInfo }
}

export const checkWithdrawal: UseCase<typeof contract.checkWithdrawal> = async ({ no }, ctx) => {
  const before = await withdrawalRepository(ctx.db).withdrawal(no)
  if (before?.promoter !== ctx.memberId) return refuse('WITHDRAWAL_NOT_FOUND')
  const row = await carryPayout(before, ctx)
  const known = await readPromoter(ctx.db, ctx.memberId)
  if (!known?.account) throw new Defect('a payout without an account', { no })
  return paidOut(row, known.account, programmeOf(known.shop ?? {}), ctx.now)
}
