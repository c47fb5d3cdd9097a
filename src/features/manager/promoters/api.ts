import type { InputOf } from '@shared/kernel/action'
import type { PromoterState } from '@shared/promoters/contract'
import type { library, removeMaterial, saveMaterial } from '@shared/promoters/materials-contract'
import { materialFolder } from '@shared/promoters/material-pictures'
import type {
  decide,
  exportLedger,
  invite,
  payouts,
  ProgrammeDraft,
  promoters,
  saveSettings,
  settings,
  settlePayout,
} from '@shared/promoters/office-contract'
import { call, upload } from '@/platform/cloud'

/** The door of the promoters' office to the cloud. */
export const api = {
  list: (state: PromoterState, before: number | null) =>
    call<typeof promoters>('promoters.list', { state, before }),
  invite: (memberId: string) => call<typeof invite>('promoters.invite', { memberId }),
  decide: (input: InputOf<typeof decide>) => call<typeof decide>('promoters.decide', input),
  settings: () => call<typeof settings>('promoters.settings', {}),
  saveSettings: (version: string, draft: ProgrammeDraft) =>
    call<typeof saveSettings>('promoters.saveSettings', { version, draft }),
  payouts: () => call<typeof payouts>('promoters.payouts', {}),
  settle: (input: InputOf<typeof settlePayout>) => call<typeof settlePayout>('promoters.settlePayout', input),
  exportLedger: (month: string, after: string | null) =>
    call<typeof exportLedger>('promoters.export', { month, after }),
  library: () => call<typeof library>('promoters.library', {}),
  saveMaterial: (input: InputOf<typeof saveMaterial>) =>
    call<typeof saveMaterial>('promoters.saveMaterial', input),
  removeMaterial: (id: string) => call<typeof removeMaterial>('promoters.removeMaterial', { id }),
  sendPicture: (local: string, materialId: string) => upload(local, materialFolder(materialId)),
}
