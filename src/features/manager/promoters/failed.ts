import { sentence } from '@/platform/refusals'

/** Why there is nothing to show, as `ErrorState` takes it. */
export type Failed = { readonly code: string; readonly sentence: string; readonly requestId: string }

export const failedAs = (answer: Parameters<typeof sentence>[0]): Failed => ({
  code: answer.code,
  sentence: sentence(answer),
  requestId: answer.requestId,
})
