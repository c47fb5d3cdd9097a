import * as v from 'valibot'
import type { AnyAction, InputOf, OutputOf, RefusalOf } from '@shared/kernel/action'
import { Defect, isRefused, type Refused } from '@shared/kernel/refusal'
import type { Instant } from '@shared/kernel/time'
import { cloudCtx, personCtx, type Caller, type CloudCtx, type Ctx, type Hooks, type Instance } from './ctx'
import { Busy } from './errors'

/** The refusal that any use case may answer with: the caller has no right to this. */
export type Forbidden = { readonly refused: 'FORBIDDEN' }
/** Answers an action. Input is validated already; a refusal is one that the contract declares, or FORBIDDEN. */
export type UseCase<A extends AnyAction> = (
  input: InputOf<A>,
  ctx: Ctx,
) => Promise<OutputOf<A> | RefusalOf<A> | Forbidden>
export type Route = {
  readonly action: AnyAction
  readonly run: (input: unknown, ctx: Ctx) => Promise<unknown>
}

/** Ties a contract to its use case. The table of routes forgets the type; parsing in the router restores it. */
export const route = <A extends AnyAction>(action: A, run: UseCase<A>): Route => ({
  action,
  run: run as Route['run'],
})

/** The most that an input may be, as JSON: a full cart is under 8 KB. */
export const MAX_INPUT_CHARS = 32_768

/** The reply as it goes over the wire; `Reply<A>` in shared/kernel is its type on the phone. */
export type AnyReply = { readonly requestId: string; readonly now: Instant } & (
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly code: string; readonly details?: unknown }
)
type Outcome = { ok: true; data: unknown } | { ok: false; code: string; details?: unknown }

export type RouterOptions = {
  readonly routes: readonly Route[]
  readonly hooks: Hooks
  /**
   * Also holds every answer against the contract. Off when deployed: the compiler has checked the shape, rows are
   * written by us alone, and parsing a menu costs more than reading it. On in tests, where it finds a field that leaks.
   */
  readonly checkOutput?: boolean
}

/** The one door for phones: `{action, input}` → reply. Never throws. */
export function createRouter({ routes, hooks, checkOutput = false }: RouterOptions) {
  const table = new Map(routes.map((r) => [r.action.name, r]))
  if (table.size !== routes.length) throw new Defect('two routes share a name')
  return async (event: unknown, caller: Caller, instance: Instance): Promise<AnyReply> => {
    const { action, input } = asCall(event)
    const hit = table.get(action)
    const ctx = cloudCtx(instance, caller, hooks, hit ? action : 'unknown')
    const outcome = hit ? await answer(hit, input, ctx, caller, instance, checkOutput) : no('NO_SUCH_ACTION')
    const code = outcome.ok ? 'OK' : outcome.code
    ctx.log('info', 'call', { code, ms: instance.clock() - ctx.now })
    return { ...outcome, requestId: ctx.requestId, now: ctx.now }
  }
}

async function answer(
  hit: Route,
  input: unknown,
  ctx: CloudCtx,
  caller: Caller,
  instance: Instance,
  checkOutput: boolean,
): Promise<Outcome> {
  const parsed = parseInput(hit.action, input)
  if (!parsed.ok) return parsed
  try {
    if (caller.openid === '') return no('FORBIDDEN')
    const result = await hit.run(parsed.data, personCtx(ctx, instance, caller.openid))
    if (isRefused(result)) return refusal(hit.action, result)
    if (checkOutput) assertOutput(hit.action, result)
    return { ok: true, data: result }
  } catch (error) {
    if (error instanceof Busy) return no('BUSY')
    ctx.log('error', 'call.failed', {
      error,
      memberId: safely(() => personCtx(ctx, instance, caller.openid).memberId),
    })
    return no('INTERNAL')
  }
}

function parseInput(action: AnyAction, input: unknown): Outcome {
  if ((JSON.stringify(input) ?? '').length > MAX_INPUT_CHARS) return no('BAD_INPUT', { path: '' })
  const parsed = v.safeParse(action.input, input, { abortEarly: true })
  if (parsed.success) return { ok: true, data: parsed.output }
  return no('BAD_INPUT', { path: v.getDotPath(parsed.issues[0]) ?? '' })
}

function refusal(action: AnyAction, { refused, details }: Refused): Outcome {
  if (refused !== 'FORBIDDEN' && !action.refusals.includes(refused))
    throw new Defect('a refusal that the contract does not declare', { action: action.name, refused })
  return no(refused, details)
}

/** What is sent must be exactly what the contract says: not less, and (a leak) not more. */
function assertOutput(action: AnyAction, result: unknown): void {
  const sent: unknown = JSON.parse(JSON.stringify(result))
  const parsed = v.safeParse(action.output, sent)
  if (!parsed.success)
    throw new Defect('an answer that breaks its contract', {
      action: action.name,
      path: v.getDotPath(parsed.issues[0]),
      issue: parsed.issues[0].message,
    })
  const extra = unknownPath(sent, parsed.output, '')
  if (extra)
    throw new Defect('an answer with a field that its contract does not name', { action: action.name, extra })
}

function unknownPath(sent: unknown, named: unknown, path: string): string | null {
  if (typeof sent !== 'object' || sent === null) return null
  for (const [key, value] of Object.entries(sent)) {
    const here = `${path}.${key}`
    if (typeof named !== 'object' || named === null || !(key in named)) return here
    const inner = unknownPath(value, (named as Record<string, unknown>)[key], here)
    if (inner) return inner
  }
  return null
}

function asCall(event: unknown): { action: string; input: unknown } {
  const { action, input } = (typeof event === 'object' && event !== null ? event : {}) as Record<
    string,
    unknown
  >
  return { action: typeof action === 'string' ? action : '', input }
}

function no(code: string, details?: unknown): { ok: false; code: string; details?: unknown } {
  return details === undefined ? { ok: false, code } : { ok: false, code, details }
}

function safely<T>(f: () => T): T | undefined {
  try {
    return f()
  } catch {
    return undefined
  }
}
