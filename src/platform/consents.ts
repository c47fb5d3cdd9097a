import type { ConsentAnswer } from '@shared/wechat/bridge'

// Older phones refuse more than three at once.
export const MOST_TEMPLATES = 3
const ANSWERS: readonly string[] = ['accept', 'reject', 'ban', 'filter']
const isAnswer = (x: unknown): x is ConsentAnswer => typeof x === 'string' && ANSWERS.includes(x)

/** Turns WeChat's answers by template id into answers by name; what is not an answer is left out. */
export function answersByName(
  templates: Readonly<Record<string, string>>,
  byId: Readonly<Record<string, unknown>>,
): Record<string, ConsentAnswer> {
  const out: Record<string, ConsentAnswer> = {}
  for (const [name, id] of Object.entries(templates)) {
    const answer = byId[id]
    if (isAnswer(answer)) out[name] = answer
  }
  return out
}
