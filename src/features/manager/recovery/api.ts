import type { RecoveryDraft, report, save, settings } from '@shared/recovery/contract'
import { call } from '@/platform/cloud'

/** The door of orders that were left to the cloud. */
export const api = {
  report: () => call<typeof report>('recovery.report', {}),
  settings: () => call<typeof settings>('recovery.settings', {}),
  save: (version: string, draft: RecoveryDraft) => call<typeof save>('recovery.save', { version, draft }),
}
