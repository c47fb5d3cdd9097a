import { create } from 'zustand'
import type { OutputOf } from '@shared/kernel/action'
import type { RecoveryDraft, report, settings } from '@shared/recovery/contract'
import { RECOVERY_SENTENCES } from '@shared/recovery/sentences'
import { sentence } from '@/platform/refusals'
import { failedAs, type Failed } from '../promoters/failed'
import type { Form, Saved } from '../settings/store'
import { api } from './api'

export type Report = OutputOf<typeof report>
type RecoveryForm = OutputOf<typeof settings>['form']

type State = {
  /** null until the cloud was heard. */
  readonly report: Report | null
  readonly reportFailed: Failed | null
  /** null until the cloud was heard. */
  readonly form: Form<RecoveryDraft> | null
  /** Coupons that can be given now, and which templates the shop has. */
  readonly around: Pick<RecoveryForm, 'choices' | 'templates'>
  readonly failed: Failed | null
}
const START: State = {
  report: null,
  reportFailed: null,
  form: null,
  around: { choices: [], templates: { unpaid: true, coupon: true } },
  failed: null,
}
export const useRecovery = create<State>(() => START)
const put = useRecovery.setState

// Only the last question's answer counts.
let asked = 0
let visit = 0

export async function loadReport(): Promise<void> {
  const mine = ++asked
  const answer = await api.report()
  if (mine !== asked) return
  if (answer.ok) return put({ report: answer.data, reportFailed: null })
  put({ reportFailed: failedAs(answer), ...(answer.code === 'FORBIDDEN' ? { report: null } : {}) })
}

const formOf = ({ draft, version }: RecoveryForm): Form<RecoveryDraft> => ({ draft, version })
const aroundOf = ({ choices, templates }: RecoveryForm): State['around'] => ({ choices, templates })

/** Opens the form; what is typed into one that is open stays, and only the choices around it are today's. */
export async function openRecovery(): Promise<void> {
  const mine = visit
  const answer = await api.settings()
  if (mine !== visit) return
  if (!answer.ok) return put({ failed: failedAs(answer) })
  const { form } = answer.data
  put(({ form: open }) => ({ form: open ?? formOf(form), around: aroundOf(form), failed: null }))
}

/** Its page is left: the next one opens what the cloud has then. */
export function closeRecovery(): void {
  visit++
  put({ form: null, failed: null })
}

/** The page shows another form with each save, so that nothing of the last one lingers. */
export async function saveRecovery({ version, draft }: Form<RecoveryDraft>): Promise<Saved<RecoveryDraft>> {
  const answer = await api.save(version, draft)
  if (answer.ok) {
    const { form } = answer.data
    put({ form: formOf(form), around: aroundOf(form) })
    return { kind: 'saved' }
  }
  if (answer.code === 'CONTRADICTION') return { kind: 'faults', faults: answer.details.faults }
  if (answer.code !== 'CHANGED_MEANWHILE')
    return { kind: 'failed', sentence: sentence(answer, RECOVERY_SENTENCES) }
  // what is typed stays on the screen until the owner has chosen
  put({ around: aroundOf(answer.details.form) })
  return { kind: 'changed', now: formOf(answer.details.form) }
}
