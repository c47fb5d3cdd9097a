import { create } from 'zustand'
import type { FieldFault } from '@shared/coupons/campaign-contract'
import type { ShopDraft, ShopForm, StoreDraft, StoreForm } from '@shared/stores/contract'
import { STORE_SENTENCES } from '@shared/stores/sentences'
import { refreshShop } from '@/features/catalogue'
import { sentence } from '@/platform/refusals'
import { api } from './api'

type Failed = { readonly code: string; readonly sentence: string; readonly requestId: string }
type State = {
  /** null until the settings were heard. */
  readonly shop: ShopForm | null
  readonly stores: readonly StoreForm[]
  readonly failed: Failed | null
}
export const useSettings = create<State>(() => ({ shop: null, stores: [], failed: null }))
const put = useSettings.setState

/** A form with the mark that says what it was opened on. */
export type Form<D> = { readonly version: string; readonly draft: D }
/** What became of a save. `changed`: somebody was faster, and this is what is there now. */
export type Saved<D> =
  | { readonly kind: 'saved' }
  | { readonly kind: 'faults'; readonly faults: readonly FieldFault[] }
  | { readonly kind: 'changed'; readonly now: Form<D> }
  | { readonly kind: 'failed'; readonly sentence: string }

/** Reads the forms of the shop and of the stores that this person may set up. */
export async function openSettings(): Promise<void> {
  const answer = await api.settings()
  if (answer.ok) return put({ ...answer.data, failed: null })
  const failed = { code: answer.code, sentence: sentence(answer), requestId: answer.requestId }
  put({ failed, ...(answer.code === 'FORBIDDEN' ? { shop: null, stores: [] } : {}) })
}

/** Takes a form as the cloud says that it is now. */
export function putStoreForm(form: StoreForm): void {
  put({ stores: useSettings.getState().stores.map((s) => (s.storeId === form.storeId ? form : s)) })
}

export async function saveStore(
  storeId: string,
  { version, draft }: Form<StoreDraft>,
): Promise<Saved<StoreDraft>> {
  const answer = await api.saveStore(storeId, version, draft)
  if (answer.ok) {
    putStoreForm(answer.data.form)
    void refreshShop()
    return { kind: 'saved' }
  }
  if (answer.code === 'CONTRADICTION') return { kind: 'faults', faults: answer.details.faults }
  if (answer.code !== 'CHANGED_MEANWHILE')
    return { kind: 'failed', sentence: sentence(answer, STORE_SENTENCES) }
  putStoreForm(answer.details.form)
  return { kind: 'changed', now: answer.details.form }
}

export async function saveShop({ version, draft }: Form<ShopDraft>): Promise<Saved<ShopDraft>> {
  const answer = await api.saveShop(version, draft)
  if (answer.ok) {
    put({ shop: answer.data.form })
    void refreshShop()
    return { kind: 'saved' }
  }
  if (answer.code === 'CONTRADICTION') return { kind: 'faults', faults: answer.details.faults }
  if (answer.code !== 'CHANGED_MEANWHILE')
    return { kind: 'failed', sentence: sentence(answer, STORE_SENTENCES) }
  put({ shop: answer.details.form })
  return { kind: 'changed', now: answer.details.form }
}
