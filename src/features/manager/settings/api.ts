import type { saveShop, saveStore, settings, ShopDraft, StoreDraft } from '@shared/stores/contract'
import { call } from '@/platform/cloud'

/** The settings pages' only door to the cloud. */
export const api = {
  settings: () => call<typeof settings>('stores.settings', {}),
  saveStore: (storeId: string, version: string, draft: StoreDraft) =>
    call<typeof saveStore>('stores.save', { storeId, version, draft }),
  saveShop: (version: string, draft: ShopDraft) =>
    call<typeof saveShop>('stores.saveShop', { version, draft }),
}
