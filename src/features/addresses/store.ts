import { create } from 'zustand'
import { phoneDigits } from '@shared/addresses/address'
import type { Address } from '@shared/addresses/contract'
import type { Store } from '@shared/catalogue/contract'
import { deliveryTo } from '@shared/catalogue/delivery'
import { isRefused } from '@shared/kernel/refusal'
import { ADDRESS_SENTENCES } from '@shared/addresses/sentences'
import { sentence } from '@/platform/refusals'
import { load, save } from '@/platform/storage'
import { api } from './api'

type State = {
  /** The caller's book, the newest first; null until the cloud was heard. */
  readonly addresses: readonly Address[] | null
  /** What was picked for the order at hand; null: nothing was. */
  readonly chosenId: string | null
  /** Where this phone's last delivery went; null: nowhere yet. */
  readonly usedId: string | null
  readonly loading: boolean
  readonly failed: { readonly sentence: string; readonly requestId: string } | null
}

const MEMORY = 'address'
const remembered = load(MEMORY)
const NOTHING: State = {
  addresses: null,
  chosenId: null,
  usedId: typeof remembered === 'string' ? remembered : null,
  loading: false,
  failed: null,
}
export const useAddresses = create<State>(() => NOTHING)
const { getState: get, setState: put } = useAddresses

const reaches = ({ delivery, ...store }: Store, address: Address): boolean =>
  delivery !== null && !isRefused(deliveryTo(store, delivery, address, 0))

/**
 * The address an order goes to unless another is picked: the picked one, else the last used, else the first of the book
 * that the store reaches, else the first. A stored reference.
 */
export function currentAddress({ addresses, chosenId, usedId }: State, store: Store | null): Address | null {
  const book = addresses ?? []
  const known = (id: string | null) => book.find((address) => address.id === id)
  const near = store === null ? undefined : book.find((address) => reaches(store, address))
  return known(chosenId) ?? known(usedId) ?? near ?? book[0] ?? null
}

/** An order went there: the next one goes there by itself. */
export function addressUsed(id: string): void {
  put({ usedId: id })
  save(MEMORY, id)
}

/** Reads the book. One at a time. */
export async function loadAddresses(): Promise<void> {
  if (get().loading) return
  put({ loading: true, failed: null })
  const answer = await api.list()
  if (answer.ok) return put({ addresses: answer.data.addresses, loading: false })
  put({ loading: false, failed: { sentence: sentence(answer), requestId: answer.requestId } })
}

/** Reads the book unless it is known: it changes only by this person's own hand. */
export async function needAddresses(): Promise<void> {
  if (get().addresses === null) await loadAddresses()
}

export const chooseAddress = (id: string): void => put({ chosenId: id })

/** A form as it is typed. `place` null: not picked on the map yet. */
export type Draft = {
  readonly id: string | null
  readonly name: string
  readonly phone: string
  readonly place: Pick<Address, 'address' | 'lat' | 'lng'> | null
  readonly detail: string
}
/** What is wrong, at the field it is about; `all`: the whole. */
export type Fault = {
  readonly field: 'name' | 'phone' | 'place' | 'detail' | 'all'
  readonly sentence: string
}

const FIELDS: Readonly<Record<string, Fault['field']>> = {
  PHONE_INVALID: 'phone',
  PLACE_INVALID: 'place',
  TEXT_REJECTED: 'detail',
}

/** What the phone itself can tell about a form; the cloud looks again. */
export function faultOf({ name, phone, place }: Draft): Fault | null {
  if (name.trim() === '') return { field: 'name', sentence: '请填写收货人' }
  if (phoneDigits(phone) === null) return { field: 'phone', sentence: ADDRESS_SENTENCES.PHONE_INVALID }
  if (place === null) return { field: 'place', sentence: ADDRESS_SENTENCES.PLACE_INVALID }
  return null
}

/** Keeps an address; it is the picked one from now on. null: done. */
export async function saveAddress(draft: Draft): Promise<Fault | null> {
  const { id, name, phone, detail, place } = draft
  const fault = faultOf(draft)
  if (fault !== null || place === null) return fault
  const answer = await api.save({ id, name: name.trim(), phone, detail: detail.trim(), ...place })
  if (answer.ok) {
    put({ addresses: answer.data.addresses, chosenId: answer.data.id })
    return null
  }
  return { field: FIELDS[answer.code] ?? 'all', sentence: sentence(answer, ADDRESS_SENTENCES) }
}

/** null: it is gone. Else a sentence. */
export async function removeAddress(id: string): Promise<string | null> {
  const answer = await api.remove(id)
  if (!answer.ok) return sentence(answer)
  put({ addresses: answer.data.addresses })
  return null
}
