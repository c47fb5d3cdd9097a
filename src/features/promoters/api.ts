import type {
  apply,
  cancelWithdrawal,
  checkWithdrawal,
  confirmation,
  entries,
  mine,
  rates,
  withdraw,
} from '@shared/promoters/contract'
import type { materials } from '@shared/promoters/materials-contract'
import type { Wish } from '@shared/promoters/payout'
import { call } from '@/platform/cloud'

/** The promoters room's only door to the cloud. */
export const api = {
  mine: () => call<typeof mine>('promoters.mine', {}),
  entries: (before: number) => call<typeof entries>('promoters.entries', { before }),
  materials: () => call<typeof materials>('promoters.materials', {}),
  rates: () => call<typeof rates>('promoters.rates', {}),
  apply: (name: string, note: string, termsVersion: number) =>
    call<typeof apply>('promoters.apply', { name, note, termsVersion }),
  withdraw: (wish: Wish, key: string) => call<typeof withdraw>('promoters.withdraw', { ...wish, key }),
  confirmation: (no: string) => call<typeof confirmation>('promoters.confirmation', { no }),
  check: (no: string) => call<typeof checkWithdrawal>('promoters.checkWithdrawal', { no }),
  cancel: (no: string) => call<typeof cancelWithdrawal>('promoters.cancelWithdrawal', { no }),
}
