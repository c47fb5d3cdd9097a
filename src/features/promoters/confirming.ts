import type { Confirmation, WithdrawalView } from '@shared/promoters/contract'
import { PROMOTER_SENTENCES } from '@shared/promoters/sentences'
import { sentence } from '@/platform/refusals'
import { requestTransfer } from '@/platform/transfer'
import { api } from './api'
import { loadMine, takePayout, usePromoter } from './store'

const UNSUPPORTED = '请在手机微信里打开，更新到新版本后再确认收款'

/** Shows WeChat's page to confirm a transfer, and asks the cloud what became of it, whatever the page said. */
export async function confirmWith(no: string, confirmation: Confirmation): Promise<string | null> {
  const said = await requestTransfer(confirmation)
  await checkPayout(no)
  if (said === 'unsupported') return UNSUPPORTED
  return said === 'failed' ? '微信的确认页没有打开，请稍后再试' : null
}

/** Confirms a transfer later than on the tap that withdrew. Null: the page was shown; else a sentence. */
export async function confirmPayout(no: string): Promise<string | null> {
  const answer = await api.confirmation(no)
  if (answer.ok) return confirmWith(no, answer.data)
  if (answer.code === 'NOT_WAITING') await checkPayout(no)
  return sentence(answer, PROMOTER_SENTENCES)
}

async function checkPayout(no: string): Promise<void> {
  const answer = await api.check(no)
  if (answer.ok) takePayout(answer.data)
}

/** The account as it is now, in one call; and one more for each transfer that has not ended. */
export async function openAccount(): Promise<void> {
  await loadMine()
  await checkTransfers()
}

const isOnItsWay = ({ way, state }: WithdrawalView): boolean =>
  way === 'transfer' && (state === 'sent' || state === 'waiting')

/** What WeChat says by now of transfers that have not ended; there is seldom more than one. */
async function checkTransfers(): Promise<void> {
  for (const { no } of (usePromoter.getState().mine?.withdrawals ?? []).filter(isOnItsWay))
    await checkPayout(no)
}
