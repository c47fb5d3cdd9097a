import { create } from 'zustand'
import type { Rates } from '@shared/promoters/rates'
import type { Material } from '@shared/promoters/materials-contract'
import { MATERIAL_SENTENCES } from '@shared/promoters/material-sentences'
import { PROMOTER_SENTENCES } from '@shared/promoters/sentences'
import { sentence } from '@/platform/refusals'
import { api } from './api'
import { usePromoter } from './store'

type Failed = { readonly code: string; readonly sentence: string; readonly requestId: string }
type Read<T> = { readonly data: T | null; readonly failed: Failed | null }
const START = { data: null, failed: null }

/** What goods pay, as this session read it last. */
export const useRates = create<Read<{ readonly rates: Rates; readonly returnDays: number }>>(() => START)
/** The material library. */
export const useMaterials = create<Read<readonly Material[]>>(() => START)

const failedAs = (
  answer: Parameters<typeof sentence>[0],
  own: Readonly<Record<string, string>>,
): { readonly failed: Failed } => ({
  failed: { code: answer.code, requestId: answer.requestId, sentence: sentence(answer, own) },
})

/** The account's page has read the rates already; opened by itself the page asks. */
export async function loadRates(): Promise<void> {
  const { mine } = usePromoter.getState()
  if (mine !== null && mine.rates !== null && mine.offer.open)
    return useRates.setState({ data: { rates: mine.rates, returnDays: mine.offer.returnDays }, failed: null })
  const answer = await api.rates()
  useRates.setState(answer.ok ? { data: answer.data, failed: null } : failedAs(answer, PROMOTER_SENTENCES))
}

export async function loadMaterials(): Promise<void> {
  const answer = await api.materials()
  useMaterials.setState(
    answer.ok ? { data: answer.data.materials, failed: null } : failedAs(answer, MATERIAL_SENTENCES),
  )
}

/** Another person may be at the phone when a page is next opened. */
export function forgetReading(): void {
  useRates.setState(START)
  useMaterials.setState(START)
}
