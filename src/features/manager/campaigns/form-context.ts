import { createContext, useContext } from 'react'
import type { CampaignView } from '@shared/coupons/campaign-contract'
import type { CampaignForm } from './form'
import type { ReadForm } from './read-form'

/** What every part of the form looks at; made once for each change. */
export type FormContext = {
  readonly form: CampaignForm
  readonly read: ReadForm
  /** Place → what is wrong there. */
  readonly faults: ReadonlyMap<string, string>
  /** The campaign that is changed; null for a new one. */
  readonly opened: CampaignView | null
}

export const CampaignFormContext = createContext<FormContext | null>(null)

/** Throws outside of the form: a bug. */
export function useForm(): FormContext {
  const context = useContext(CampaignFormContext)
  if (context === null) throw new Error('a part of the campaign form outside of it')
  return context
}

/** Whether coupons may be out already: some things are fixed then, and what is out keeps its terms. */
export const useHasBegun = (): boolean => {
  const { opened } = useForm()
  return opened !== null && opened.state !== 'draft'
}
