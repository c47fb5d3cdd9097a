import type { OutboxEntry } from '../database/rows'
import { Defect } from '@shared/kernel/refusal'
import type { Instant } from '@shared/kernel/time'
import type { Db, TxDb } from './db'
import { memberIdOf, shortCode } from './identity'
import type { Codes } from './codes'
import type { Files } from './files'
import type { Log } from './log'
import type { Messages } from './messages'
import { drainOutbox } from './outbox'
import type { PayProvider } from './pay'
import type { Phones } from './phones'
import type { Printer } from './printer'
import type { Shipping } from './shipping'
import type { Tasks } from './tasks'
import type { TextCheck } from './text-check'
import type { Transfers } from './transfers'
import type { RunTx } from './tx'

/** What one function instance lives with; tests give their own clock, randomness or provider. */
export type Instance = {
  readonly clock: () => Instant
  /** In [0, 1). */
  readonly random: () => number
  readonly newId: () => string
  readonly db: Db
  readonly tx: RunTx
  readonly messages: Messages
  readonly pay: PayProvider
  /** null: the function's environment has no keys of a merchant. */
  readonly transfers: Transfers | null
  readonly texts: TextCheck
  readonly phones: Phones
  readonly files: Files
  readonly codes: Codes
  readonly tasks: Tasks
  readonly shipping: Shipping
  readonly printer: Printer
  readonly log: Log
  /** Survives from call to call in a warm instance; holds only what can be read again, under a version. */
  readonly memory: Map<string, unknown>
  /** Key of the member ids, from the function's environment. */
  readonly memberKey: () => string
}

/** Who calls, taken at the very start of an invocation. */
export type Caller = {
  readonly openid: string
  readonly source: string
  readonly requestId: string
}

/** What everything that runs in the cloud gets: also tasks, sweeps and callbacks, which have no person. */
export type CloudCtx = Omit<Instance, 'clock' | 'memberKey'> & {
  /** The instant at which the invocation began; the same throughout. */
  readonly now: Instant
  readonly requestId: string
  readonly source: string
  /**
   * Carries out effects that a document holds: each runs by its registered handler; those done are handed to `done`
   * to be taken out of the document. One that fails is logged and stays for the sweep.
   */
  readonly drain: (
    entries: readonly OutboxEntry[],
    done: (ids: readonly string[]) => Promise<void>,
  ) => Promise<void>
  /** Lets the rooms that registered for an event do their part, in the transaction that brings it about. */
  readonly react: (event: string, db: TxDb, subject: object) => Promise<void>
}
/** What a use case gets: the same, and who calls. */
export type Ctx = CloudCtx & {
  readonly openid: string
  readonly memberId: string
  /** A code that the same parts always give, made under the key of the member ids. */
  readonly shortCode: (...parts: readonly string[]) => string
}

/** Carries out one effect. Idempotent: it may run twice, and after a crash it runs again. */
export type EffectHandler = (entry: OutboxEntry, ctx: CloudCtx) => Promise<void>
/** Effect kind (`orders.refund`) → what carries it out; a function that mounts several rooms joins theirs. */
export type Effects = Readonly<Record<string, EffectHandler>>

/**
 * What a room does in the very transaction in which another room's event comes about (`order.paid`). The room that
 * announces the event does not know who reacts. It may run again with the transaction, so it calls no network.
 *
 * `order.done` alone comes after its write, which is no transaction: who reacts must bear that a crash swallows it.
 */
export type Reaction<Subject = never> = (db: TxDb, subject: Subject, ctx: CloudCtx) => Promise<void>
/** What the mounted rooms registered: effects by kind, reactions by event. */
export type Hooks = {
  readonly effects: Effects
  readonly reactions: Readonly<Record<string, readonly Reaction[]>>
}

/** The context of one invocation. `now` and the request id are fixed here. */
export function cloudCtx(
  instance: Instance,
  caller: Caller,
  { effects, reactions }: Hooks,
  action: string,
): CloudCtx {
  const { clock, memberKey: _memberKey, log, ...services } = instance
  const named: Log = (level, event, fields) =>
    log(level, event, { requestId: caller.requestId, action, ...fields })
  const ctx: CloudCtx = {
    ...services,
    log: named,
    now: clock(),
    requestId: caller.requestId,
    source: caller.source,
    drain: (entries, done) =>
      drainOutbox(entries, {
        carryOut: (entry) => carryOut(entry, effects, ctx),
        onFailure: ({ id, kind }, error) => named('error', 'effect.failed', { effect: id, kind, error }),
        done,
      }),
    async react(event, db, subject) {
      // An event's name decides what its subject is; whoever registers names both.
      for (const reaction of reactions[event] ?? []) await reaction(db, subject as never, ctx)
    },
  }
  return ctx
}

/** The context of a person's call. Throws a Defect when the cloud gave no openid. */
export function personCtx(ctx: CloudCtx, instance: Instance, openid: string): Ctx {
  if (openid === '') throw new Defect('a call without an openid')
  const key = instance.memberKey()
  return {
    ...ctx,
    openid,
    memberId: memberIdOf(openid, key),
    shortCode: (...parts) => shortCode(key, ...parts),
  }
}

async function carryOut(entry: OutboxEntry, effects: Effects, ctx: CloudCtx): Promise<void> {
  const handler = Object.hasOwn(effects, entry.kind) ? effects[entry.kind] : undefined
  if (!handler) throw new Defect('no handler for this effect', { kind: entry.kind })
  await handler(entry, ctx)
}
