/**
 * Instances that die. An invocation runs in a life of its own; at a chosen database operation its process is gone: before
 * the database heard of the operation, or after it was carried out but before the answer came. From then on nothing of
 * that invocation happens: no catch, no rollback, no call to WeChat. What it left open times out, as in the real cloud.
 */
import { AsyncLocalStorage } from 'node:async_hooks'

/** `at`: the nth database operation of the invocation, from 1; starting, committing and rolling back count too. */
export type CrashPoint = { readonly at: number; readonly when: 'before' | 'after' }
export type Lived<T> =
  | { readonly crashed: false; readonly value: T; readonly operations: number }
  | { readonly crashed: true; readonly operations: number }

type Life = { readonly point: CrashPoint | null; readonly die: () => void; operations: number; dead: boolean }

const lives = new AsyncLocalStorage<Life>()
/** What a dead process hears. */
const silence = (): Promise<never> => new Promise(() => undefined)

/** Runs one invocation that dies at `point`; with null it lives to its end. */
export async function live<T>(point: CrashPoint | null, work: () => Promise<T>): Promise<Lived<T>> {
  let die: () => void = () => undefined
  const death = new Promise<'dead'>((resolve) => {
    die = () => resolve('dead')
  })
  const life: Life = { point, die, operations: 0, dead: false }
  const end = await Promise.race([lives.run(life, work).then((value) => ({ value })), death])
  const { operations } = life
  return end === 'dead' ? { crashed: true, operations } : { crashed: false, value: end.value, operations }
}

function kill(life: Life): Promise<never> {
  life.dead = true
  life.die()
  return silence()
}

/** A database operation: counted, and where the life may end. */
export async function operation<T>(apply: () => Promise<T>): Promise<T> {
  const life = lives.getStore()
  if (!life) return apply()
  if (life.dead) return silence()
  const here = ++life.operations === life.point?.at ? life.point.when : null
  if (here === 'before') return kill(life)
  const answer = await apply()
  if (here === 'after') return kill(life)
  return life.dead ? silence() : answer
}

/** Anything else that reaches beyond the process: it does not happen once the process is gone. */
export async function whileAlive<T>(call: () => Promise<T>): Promise<T> {
  if (lives.getStore()?.dead) return silence()
  const answer = await call()
  return lives.getStore()?.dead ? silence() : answer
}
