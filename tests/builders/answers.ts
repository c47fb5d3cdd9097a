/**
 * Scripted answers of the cloud for component tests. This module takes the place of `@/platform/cloud`:
 * `jest.mock('@/platform/cloud', () => jest.requireActual('…/tests/builders/answers'))`.
 */
type Answer = { readonly ok: boolean } & Readonly<Record<string, unknown>>
type Deferred = { readonly promise: Promise<Answer>; readonly answer: (a: Answer) => void }

export const ok = (data: unknown): Answer => ({ ok: true, data, requestId: 'r-1', now: 0 })
export const no = (code: string, details?: unknown): Answer => ({
  ok: false,
  code,
  requestId: 'r-1',
  now: 0,
  ...(details === undefined ? {} : { details }),
})

/** An answer that comes when the test says so. */
export function later(): Deferred {
  let answer: Deferred['answer'] = () => undefined
  const promise = new Promise<Answer>((resolve) => {
    answer = resolve
  })
  return { promise, answer }
}

const scripted = new Map<string, (Answer | Promise<Answer>)[]>()

export const cloud = {
  /** What was asked, in order. */
  asked: [] as { readonly action: string; readonly input: Readonly<Record<string, unknown>> }[],
  /** The next answers to an action, in order; the last one is repeated. */
  script: (action: string, ...answers: readonly (Answer | Promise<Answer>)[]) => {
    scripted.set(action, [...answers])
  },
  inputs: (action: string) => cloud.asked.filter((a) => a.action === action).map((a) => a.input),
  forget: () => {
    cloud.asked.length = 0
    scripted.clear()
  },
  call: async (action: string, input: Readonly<Record<string, unknown>>): Promise<Answer> => {
    cloud.asked.push({ action, input })
    const answers = scripted.get(action) ?? []
    const next = answers.length > 1 ? answers.shift() : answers[0]
    if (next === undefined) throw new Error(`no answer is scripted for ${action}`)
    return next
  },
}

export const call = cloud.call
/** Every picture finds its place. */
export const upload = async (_local: string, folder: string): Promise<string> =>
  `cloud://test/${folder}/1.png`
