import { type Owner } from './tree'

/** What `Page(…)` or `Component(…)` of the build was called with. */
export type PageConfig = Owner & {
  data: Record<string, unknown>
  methods?: Record<string, unknown>
  created?: () => void
  attached?: () => void
  ready?: () => void
}
/** A page, or a native component that stands beside one, as the tab bar does. */
export type PageInstance = PageConfig & {
  readonly route: string
  /** The wxml that draws it. */
  readonly template: string
  readonly options: Record<string, string>
  /** Every setData of this page and its wrappers: what the bridge to the view carried. */
  readonly setDataLog: { bytes: number; keys: string[] }[]
  readonly wrappers: Map<string, Wrapper>
  setData: (patch: object, done?: () => void) => void
  onLoad?: (query: Record<string, string>) => void
  onShow?: () => void
  onReady?: () => void
  onHide?: () => void
  onUnload?: () => void
  onPullDownRefresh?: () => void
}

/** One of Taro's custom wrappers, and the property that the page gave it last. */
export type Wrapper = { readonly self: Owner; given: string }

type Json = Record<string, unknown>

/** As data crosses the bridge: JSON, nothing shared. */
export const clone = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** `setData({'root.cn.[3].v': x})`: sets what the path names, making what is missing on the way. */
export function applyPath(data: Json, where: string, value: unknown): void {
  const keys = where
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(Boolean)
  const last = keys.pop()
  if (last === undefined) return
  let at = data
  keys.forEach((key, i) => {
    const next = keys[i + 1] ?? last
    if (typeof at[key] !== 'object' || at[key] === null) at[key] = /^\d+$/.test(next) ? [] : {}
    at = at[key] as Json
  })
  at[last] = value
}
