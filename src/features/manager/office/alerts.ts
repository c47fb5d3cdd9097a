import { create } from 'zustand'
import type { Alert } from '@shared/manager/office-contract'
import { sentence } from '@/platform/refusals'
import { countAlerts } from '../store'
import { api } from './api'

type Failed = { readonly code: string; readonly sentence: string; readonly requestId: string }
type State = {
  readonly storeId: string
  /** The newest first; null until the cloud was heard. */
  readonly alerts: readonly Alert[] | null
  readonly failed: Failed | null
}
const START: State = { storeId: '', alerts: null, failed: null }

/** What reconciliation found in a store's orders. */
export const useAlerts = create<State>(() => START)
const { getState: get, setState: put } = useAlerts

function show(storeId: string, alerts: readonly Alert[]): void {
  put({ alerts, failed: null })
  countAlerts(storeId, alerts.length)
}

export async function openAlerts(storeId: string): Promise<void> {
  if (get().storeId !== storeId) put({ ...START, storeId })
  const answer = await api.alerts(storeId)
  if (get().storeId !== storeId) return
  if (answer.ok) show(storeId, answer.data.alerts)
  else put({ failed: { code: answer.code, sentence: sentence(answer), requestId: answer.requestId } })
}

/** Puts one away; null: done, else the sentence that says why not. */
export async function putAway(alertId: string): Promise<string | null> {
  const { storeId } = get()
  const answer = await api.putAwayAlert(storeId, alertId)
  if (!answer.ok) return sentence(answer)
  if (get().storeId === storeId) show(storeId, answer.data.alerts)
  return null
}
