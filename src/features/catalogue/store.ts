import { create } from 'zustand'
import type { Menu, Shop, Store, Way } from '@shared/catalogue/contract'
import { MINUTE_MS, type Instant } from '@shared/kernel/time'
import { cloudNow } from '@/platform/clock'
import { sentence } from '@/platform/refusals'
import { load, save } from '@/platform/storage'
import { api } from './api'
import { MEMORY_VERSION, readMemory } from './memory'
import { waysOf } from './ways'

type State = {
  /** The shop and its stores as last heard; null until the first answer (or the memory of the last visit). */
  readonly shop: Shop | null
  readonly menu: Menu | null
  /** Store id → sku ids that can't be had now. */
  readonly soldOut: Readonly<Record<string, readonly string[]>>
  /** The store that is ordered from, or null: the first one. */
  readonly storeId: string | null
  readonly way: Way
  /** The table whose code was scanned; only for 堂食 in `storeId`. */
  readonly table: string | null
  /** A product that another page sent the customer to: the menu opens its sheet, once. */
  readonly wanted: string | null
  /** When the cloud was last heard, its clock; 0: never in this run. */
  readonly heardAt: Instant
  readonly loading: boolean
  /** Why the last refresh failed, a sentence; null when it did not. */
  readonly failure: string | null
}
type Heard = {
  readonly shop: Shop
  /** null: the version that was named is still the current one. */
  readonly menu: Menu | null
  readonly soldOut: Readonly<Record<string, readonly string[]>>
}

const MEMORY = 'catalogue'
const STALE_MS = 5 * MINUTE_MS
const NOTHING: State = {
  shop: null,
  menu: null,
  soldOut: {},
  storeId: null,
  way: 'pickup',
  table: null,
  wanted: null,
  heardAt: 0,
  loading: false,
  failure: null,
}

export const useShop = create<State>(() => ({ ...NOTHING, ...readMemory(load(MEMORY)) }))

/** The version of the menu that this phone already has. */
export const knownMenu = (): number | null => useShop.getState().menu?.version ?? null

/** Takes what a reply said about the shop. A menu that is not sent is the one we have. */
export function putShop(heard: Heard): void {
  const { menu, storeId, table } = useShop.getState()
  const kept = heard.shop.stores.some((s) => s.id === storeId)
  useShop.setState({
    shop: heard.shop,
    menu: heard.menu ?? menu,
    soldOut: heard.soldOut,
    storeId: kept ? storeId : (heard.shop.stores[0]?.id ?? null),
    table: kept ? table : null,
    heardAt: cloudNow(),
    loading: false,
    failure: null,
  })
  keepWay()
  remember()
}

/** The shop could not be had: the menu says so instead of waiting for ever. */
export function putFailure(failure: string): void {
  useShop.setState({ loading: false, failure })
}

/** Asks the cloud for the shop as it is now. One at a time. */
export async function refreshShop(): Promise<void> {
  if (useShop.getState().loading) return
  useShop.setState({ loading: true })
  const answer = await api.menu(knownMenu())
  if (answer.ok) putShop(answer.data)
  else putFailure(sentence(answer))
}

/** Refreshes only when what we know is old: coming back to a tab costs nothing. */
export async function refreshIfStale(): Promise<void> {
  const { heardAt } = useShop.getState()
  if (heardAt !== 0 && cloudNow() - heardAt > STALE_MS) await refreshShop()
}

export function chooseStore(storeId: string): void {
  if (useShop.getState().storeId === storeId) return
  useShop.setState({ storeId, table: null })
  keepWay()
  remember()
}

export function chooseWay(way: Way): void {
  useShop.setState({ way, ...(way === 'dineIn' ? {} : { table: null }) })
  remember()
}

/** The guest scanned a table's code. It may come before the shop is known; an unknown store is dropped then. */
export function sitAt(storeId: string, table: string): void {
  useShop.setState({ storeId, table, way: 'dineIn' })
  remember()
}

/** The menu is to open this product's sheet; null once it did. */
export function wantProduct(productId: string | null): void {
  useShop.setState({ wanted: productId })
}

/** The store that is ordered from, or null while nothing is known. */
export function currentStore(s: Pick<State, 'shop' | 'storeId'>): Store | null {
  return s.shop?.stores.find((store) => store.id === s.storeId) ?? s.shop?.stores[0] ?? null
}

const NO_SKUS: readonly string[] = []
/**
 * Sku ids that can't be had of a store. What is ordered ahead is another day's, so only what it has stopped selling is
 * gone; of the slots of today, where there are any, the quote says the rest. A stored reference: safe as a selector.
 */
export const soldOutAt = (s: Pick<State, 'shop' | 'soldOut' | 'way'>, storeId: string): readonly string[] =>
  (s.way === 'preorder' ? s.shop?.stores.find(({ id }) => id === storeId)?.stopped : s.soldOut[storeId]) ??
  NO_SKUS

/** The same of the current store. */
export const currentSoldOut = (s: State): readonly string[] => soldOutAt(s, s.storeId ?? '')

/** Another store may not deliver or serve at tables. */
function keepWay(): void {
  const state = useShop.getState()
  const store = currentStore(state)
  const ways = store === null ? [] : waysOf(store)
  const [first] = ways
  if (first !== undefined && !ways.includes(state.way)) useShop.setState({ way: first, table: null })
}

function remember(): void {
  const { shop, menu, soldOut, storeId, way } = useShop.getState()
  save(MEMORY, { v: MEMORY_VERSION, shop, menu, soldOut, storeId, way })
}
