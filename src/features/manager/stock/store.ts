import { create } from 'zustand'
import type { Role } from '@shared/members/contract'
import type { SkuStock } from '@shared/stores/contract'
import { STORE_SENTENCES } from '@shared/stores/sentences'
import { knownMenu, refreshShop } from '@/features/catalogue'
import { sentence } from '@/platform/refusals'
import { api } from './api'

type Failed = { readonly code: string; readonly sentence: string; readonly requestId: string }
type State = {
  readonly storeId: string
  /** null until the stock was heard. */
  readonly role: Role | null
  /** Sku id → its stock, of those that are switched off or counted. */
  readonly skus: Readonly<Record<string, SkuStock>>
  readonly failed: Failed | null
  /** Skus whose change is on its way. */
  readonly busy: Readonly<Record<string, true>>
}
const START: State = { storeId: '', role: null, skus: {}, failed: null, busy: {} }
export const useStock = create<State>(() => START)
const { getState: get, setState: put } = useStock

/** A sku that is neither switched off nor counted. */
export const plainStock = (skuId: string): SkuStock => ({ skuId, soldOut: null, daily: null, today: null })

/** Reads a store's stock. Another store's is put away; a failure keeps what was there. */
export async function openStock(storeId: string): Promise<void> {
  if (get().storeId !== storeId) put({ ...START, storeId })
  const answer = await api.stock(storeId)
  if (get().storeId !== storeId) return
  if (!answer.ok) {
    const failed = { code: answer.code, sentence: sentence(answer), requestId: answer.requestId }
    put({ failed, ...(answer.code === 'FORBIDDEN' ? { role: null, skus: {} } : {}) })
    return
  }
  const { role, skus, menuVersion } = answer.data
  put({ role, failed: null, skus: Object.fromEntries(skus.map((sku) => [sku.skuId, sku])) })
  if (knownMenu() !== menuVersion) await refreshShop()
}

const show = (sku: SkuStock) => put({ skus: { ...get().skus, [sku.skuId]: sku } })

type Answered = Awaited<ReturnType<(typeof api)['setStock' | 'setSoldOut']>>

/** One change of a sku at a time. `wanted` shows at once, and is taken back when the cloud says no. null: done. */
async function change(
  wanted: SkuStock,
  call: (storeId: string) => Promise<Answered>,
): Promise<string | null> {
  const { storeId, busy, skus } = get()
  const { skuId } = wanted
  if (busy[skuId]) return null
  const before = skus[skuId] ?? plainStock(skuId)
  show(wanted)
  put({ busy: { ...get().busy, [skuId]: true } })
  const answer = await call(storeId)
  const { [skuId]: _done, ...others } = get().busy
  if (get().storeId !== storeId) return answer.ok ? null : sentence(answer, STORE_SENTENCES)
  put({ busy: others })
  show(answer.ok ? answer.data.sku : before)
  return answer.ok ? null : sentence(answer, STORE_SENTENCES)
}

/** 估清 or 长期停售; null: back on sale. */
export const setSoldOut = (now: SkuStock, soldOut: SkuStock['soldOut']) =>
  change({ ...now, soldOut }, (storeId) => api.setSoldOut(storeId, now.skuId, soldOut))

/** What is left today of a counted sku. */
export const setLeft = (now: SkuStock, left: number) =>
  change({ ...now, today: now.today && { ...now.today, left } }, (storeId) =>
    api.setStock(storeId, now.skuId, left),
  )

/** How many each day begins with; null: not counted. What that makes of today, the cloud says. */
export const setDaily = (now: SkuStock, units: number | null) =>
  change(now, (storeId) => api.setDaily(storeId, now.skuId, units))
