import type { Space, StateStore } from '../../state/store'
import type { RefundEnd } from './trade'

/** How the next pay callbacks and refunds misbehave, until told otherwise. */
export type PayFaults = {
  /** The first delivery comes this much later, ms of the cloud's clock. */
  readonly delayMs?: number
  /** Each callback is delivered this many times, whatever is answered. */
  readonly times?: number
  /** Those deliveries run at once instead of one after another. */
  readonly parallel?: boolean
  /** So many deliveries get lost on the way (true: all); they count as failed and come again later. */
  readonly drop?: number | boolean
  readonly refund?: RefundFaults
}
export type RefundFaults = {
  /** How long a refund is on its way, ms of the cloud's clock. */
  readonly delayMs?: number
  /** How it ends: arrived, closed by WeChat, or stuck until a person sees to it. */
  readonly ends?: RefundEnd
  /** So many requests are refused, because the merchant's balance is short (true: all). */
  readonly refuse?: number | boolean
}

export type KeptFaults = {
  get(): PayFaults
  set(faults: PayFaults): void
  /** True when the next delivery of a callback gets lost. */
  takeDrop(): boolean
  /** True when the next request for a refund is refused. */
  takeRefusal(): boolean
}

/** The faults that were asked for, kept durably like everything else of WeChat Pay. */
export function keepFaults(store: StateStore): KeptFaults {
  const kept: Space<PayFaults> = store.space('payFaults')
  const get = () => kept.get('faults') ?? {}
  const set = (faults: PayFaults) => kept.set('faults', faults)
  return {
    get,
    set,
    takeDrop() {
      const { drop = 0, ...rest } = get()
      if (typeof drop === 'boolean') return drop
      if (drop > 0) set({ ...rest, drop: drop - 1 })
      return drop > 0
    },
    takeRefusal() {
      const { refund = {}, ...rest } = get()
      const { refuse = 0 } = refund
      if (typeof refuse === 'boolean') return refuse
      if (refuse > 0) set({ ...rest, refund: { ...refund, refuse: refuse - 1 } })
      return refuse > 0
    },
  }
}
