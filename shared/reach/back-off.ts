import { MINUTE_MS } from '../kernel/time'

/** So often a job is taken up before it is given up for good. */
export const MOST_TRIES = 5

/** How long a job that failed waits, by how often it was tried: 1, 4, 16, 64 minutes. */
export const backOffMs = (tries: number): number => MINUTE_MS * 4 ** Math.max(0, tries - 1)

/** What a refusal of WeChat's means for the message: nothing was sent in any case. */
export type RefusalMeaning = 'noConsent' | 'later' | 'never'

/** 43108: two messages to one person at once. 45009, 45011: too many calls. */
const PASSING = [43108, 45009, 45011]

/** 43101: the person's balance at WeChat is empty, whatever ours says. What is not known to pass by itself is final. */
export function meaningOf(code: number): RefusalMeaning {
  if (code === 43101) return 'noConsent'
  return PASSING.includes(code) ? 'later' : 'never'
}
