import type { setDaily, setSoldOut, setStock, SkuStock, stock } from '@shared/stores/contract'
import { call } from '@/platform/cloud'

/** The stock page's only door to the cloud. */
export const api = {
  stock: (storeId: string) => call<typeof stock>('stores.stock', { storeId }),
  setSoldOut: (storeId: string, skuId: string, soldOut: SkuStock['soldOut']) =>
    call<typeof setSoldOut>('stores.setSoldOut', { storeId, skuId, soldOut }),
  setStock: (storeId: string, skuId: string, left: number) =>
    call<typeof setStock>('stores.setStock', { storeId, skuId, left }),
  setDaily: (storeId: string, skuId: string, units: number | null) =>
    call<typeof setDaily>('stores.setDaily', { storeId, skuId, units }),
}
