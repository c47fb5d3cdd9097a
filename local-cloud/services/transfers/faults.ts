import type { Fen } from '@shared/kernel/money'
import type { Space, StateStore } from '../../state/store'

/** How the merchant's transfers misbehave, until told otherwise. */
export type TransferFaults = {
  /** What the merchant account has left; absent: enough for everything. Ended transfers do not come off it. */
  readonly balanceFen?: Fen
  /** So many requests are carried out, and their answers get lost. */
  readonly lose?: number
  /** So many requests do not even arrive. */
  readonly swallow?: number
  /** So many requests are on their way for four minutes, long after whoever asked gave up. */
  readonly late?: number
  /** So many requests are refused with this code, before anything is looked at. */
  readonly refuse?: { readonly times: number; readonly status: number; readonly code: string }
  /** So many new bills stay ACCEPTED until they are sent once more. */
  readonly hesitate?: number
  /** Confirmed transfers end as FAIL for this reason. */
  readonly failReason?: string
  readonly notify?: {
    /** The first delivery comes this much later, ms of the cloud's clock. */
    readonly delayMs?: number
    /** Each callback is delivered this many times, at once. */
    readonly times?: number
    /** So many deliveries get lost on the way (true: all). */
    readonly drop?: number | boolean
  }
}
type Counted = 'lose' | 'swallow' | 'late' | 'hesitate'

export type KeptTransferFaults = {
  get(): TransferFaults
  set(faults: TransferFaults): void
  /** True when this one is to misbehave so; counts down. */
  take(what: Counted | 'drop'): boolean
  takeRefusal(): { readonly status: number; readonly code: string } | null
}

export function keepTransferFaults(store: StateStore): KeptTransferFaults {
  const kept: Space<TransferFaults> = store.space('transferFaults')
  const get = () => kept.get('faults') ?? {}
  const set = (faults: TransferFaults) => kept.set('faults', faults)
  return {
    get,
    set,
    take(what) {
      const { notify = {}, ...rest } = get()
      const left = what === 'drop' ? (notify.drop ?? 0) : (rest[what] ?? 0)
      if (typeof left === 'boolean') return left
      if (left > 0)
        set(
          what === 'drop'
            ? { ...rest, notify: { ...notify, drop: left - 1 } }
            : { ...rest, notify, [what]: left - 1 },
        )
      return left > 0
    },
    takeRefusal() {
      const { refuse, ...rest } = get()
      if (!refuse || refuse.times <= 0) return null
      set({ ...rest, refuse: { ...refuse, times: refuse.times - 1 } })
      return refuse
    },
  }
}
