import type { Calls, Notice } from '../common/doors'
import type { ChatCard, DeskConfig } from '../common/shop'
import type { LogLine } from './log-line'

/** What one phone last said of itself. */
export type PhoneAt = { readonly openid: string; readonly title: string; readonly path: string }

export type DeskState = {
  readonly phones: readonly PhoneAt[]
  /** Every notice of everyone, oldest first. */
  readonly notices: readonly Notice[]
  readonly cards: readonly ChatCard[]
  readonly log: readonly LogLine[]
  readonly calls: Calls | null
  /** Whether the cloud's event stream is up. */
  readonly up: boolean
}

/** The page's only state: panels read it and are told of each change. */
export function deskStore(config: DeskConfig) {
  let state: DeskState = {
    phones: config.phones.map(({ openid }) => ({ openid, title: '', path: '' })),
    notices: [],
    cards: [],
    log: [],
    calls: null,
    up: true,
  }
  const listeners = new Set<(state: DeskState) => void>()
  return {
    config,
    get: () => state,
    set(change: Partial<DeskState>) {
      state = { ...state, ...change }
      for (const listener of listeners) listener(state)
    },
    /** Calls `draw` now and whenever what `pick` chooses has changed. */
    watch<T>(pick: (state: DeskState) => T, draw: (value: T) => void) {
      let last = pick(state)
      draw(last)
      listeners.add((next) => {
        const value = pick(next)
        if (value !== last) draw((last = value))
      })
    },
    nameOf: (openid: string) => config.shop.people.find((p) => p.openid === openid)?.name ?? openid,
  }
}
export type DeskStore = ReturnType<typeof deskStore>
