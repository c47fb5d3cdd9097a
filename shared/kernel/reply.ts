import type { AnyAction, OutputOf, RefusalOf } from './action'
import type { Instant } from './time'

/** What any action may answer besides its own refusals. */
export type SystemCode =
  /** The input does not fit the contract; `details.path` names the field. */
  | 'BAD_INPUT'
  | 'NO_SUCH_ACTION'
  /** A bug: `requestId` is what the person may quote and the log holds. */
  | 'INTERNAL'
  /** Write conflicts outlasted every retry: nothing happened, try again. */
  | 'BUSY'
  /** The caller has no right to this (or the thing is not theirs). */
  | 'FORBIDDEN'

type Failure<R> = R extends { readonly refused: infer C; readonly details: infer D }
  ? {
      readonly ok: false
      readonly code: C
      readonly details: D
      readonly requestId: string
      readonly now: Instant
    }
  : R extends { readonly refused: infer C }
    ? { readonly ok: false; readonly code: C; readonly requestId: string; readonly now: Instant }
    : never

/** What the `api` function returns for one call. `now` is the cloud's clock, epoch ms. */
export type Reply<A extends AnyAction> =
  | { readonly ok: true; readonly data: OutputOf<A>; readonly requestId: string; readonly now: Instant }
  | Failure<RefusalOf<A>>
  | {
      readonly ok: false
      readonly code: SystemCode
      readonly details?: { readonly path?: string }
      readonly requestId: string
      readonly now: Instant
    }
