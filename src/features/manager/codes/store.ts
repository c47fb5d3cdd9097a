import { create } from 'zustand'
import type { InputOf } from '@shared/kernel/action'
import type { Instant } from '@shared/kernel/time'
import type { shopCode, ShopCodeView } from '@shared/referral/shop-codes-contract'
import { SHOP_CODE_SENTENCES } from '@shared/referral/shop-codes-sentences'
import { newKey } from '@/platform/ids'
import { sentence } from '@/platform/refusals'
import { api } from './api'

type Failed = { readonly code: string; readonly sentence: string; readonly requestId: string }
type State = {
  /** Newest first; null until the cloud was heard. */
  readonly codes: readonly ShopCodeView[] | null
  /** Where the next page begins; null: these are all. */
  readonly next: Instant | null
  readonly loading: boolean
  readonly failed: Failed | null
}
const START: State = { codes: null, next: null, loading: false, failed: null }

/** The shop's own codes. */
export const useCodes = create<State>(() => START)
const { getState: get, setState: put } = useCodes

// Only the last question's answer counts.
let asked = 0

async function load(before: Instant | null): Promise<void> {
  const mine = ++asked
  put({ loading: true, failed: null })
  const answer = await api.list(before)
  if (mine !== asked) return
  if (!answer.ok) {
    const { code, requestId } = answer
    const lost = code === 'FORBIDDEN' ? { codes: null } : {}
    const failed = { code, sentence: sentence(answer, SHOP_CODE_SENTENCES), requestId }
    return put({ loading: false, failed, ...lost })
  }
  const earlier = before === null ? [] : (get().codes ?? [])
  put({ codes: [...earlier, ...answer.data.codes], next: answer.data.next, loading: false })
}

/** The newest codes with what has come through them by now. */
export const loadCodes = (): Promise<void> => load(null)

/** The codes behind the last one. */
export async function loadEarlierCodes(): Promise<void> {
  const { next, loading } = get()
  if (next !== null && !loading) await load(next)
}

/** The page is left: another person may open it next. */
export function forgetCodes(): void {
  asked++
  put(START)
}

type Wanted = Omit<InputOf<typeof shopCode>, 'key'>
/** Keys of codes of which no answer was heard: the same tried again, also from a sheet that was closed meanwhile, is made once. */
const unheard = new Map<string, string>()

/** Makes a code and puts it first. Answers it, or the sentence that says why not. */
export async function makeCode(wanted: Wanted): Promise<ShopCodeView | string> {
  const what = JSON.stringify(wanted)
  const key = unheard.get(what) ?? newKey()
  unheard.set(what, key)
  const answer = await api.make({ ...wanted, key })
  if (answer.ok || (answer.code !== 'OFFLINE' && answer.code !== 'INTERNAL')) unheard.delete(what)
  if (!answer.ok) return sentence(answer, SHOP_CODE_SENTENCES)
  const { shopCode: made } = answer.data
  const others = (get().codes ?? []).filter(({ code }) => code !== made.code)
  put({ codes: [made, ...others] })
  return made
}

/** Renames, closes or opens a code. Answers null when it is done, else the sentence that says why not. */
export async function changeCode(code: string, label: string, closed: boolean): Promise<string | null> {
  const answer = await api.change({ code, label, closed })
  if (!answer.ok) return sentence(answer, SHOP_CODE_SENTENCES)
  const changed = (one: ShopCodeView) => (one.code === code ? { ...one, ...answer.data } : one)
  put({ codes: get().codes?.map(changed) ?? null })
  return null
}
