import { create } from 'zustand'
import type { Programme } from '@shared/promoters/contract'
import type { CouponOption, ProgrammeDraft, ProgrammeForm } from '@shared/promoters/office-contract'
import { OFFICE_SENTENCES } from '@shared/promoters/office-sentences'
import { sentence } from '@/platform/refusals'
import type { Edit } from '../settings/edit'
import type { Form, Saved } from '../settings/store'
import { api } from './api'
import { failedAs, type Failed } from './failed'

/** What the form's parts work with. */
export type ProgrammeEdit = Edit<ProgrammeDraft>

type State = {
  /** null until the cloud was heard. */
  readonly form: Form<ProgrammeDraft> | null
  /** Coupons that are given by hand and run now. */
  readonly coupons: readonly CouponOption[]
  /** What the programme's coupons were called when it was saved. */
  readonly titles: Readonly<Record<string, string>>
  readonly isOwner: boolean
  /** The shop's WeChat Pay keys are there. */
  readonly canTransfer: boolean
  readonly failed: Failed | null
}
export const useProgramme = create<State>(() => ({
  form: null,
  coupons: [],
  titles: {},
  isOwner: false,
  canTransfer: false,
  failed: null,
}))
const put = useProgramme.setState

/** What can be changed of a programme: titles of coupons and the terms' version are the cloud's. */
export const draftOf = ({ termsVersion: _version, coupons, ...rest }: Programme): ProgrammeDraft => ({
  ...rest,
  coupons: coupons.map(({ campaignId, fen }) => ({ campaignId, fen })),
})
const formOf = ({ version, programme }: ProgrammeForm): Form<ProgrammeDraft> => ({
  version,
  draft: draftOf(programme),
})

export async function openProgramme(): Promise<void> {
  const answer = await api.settings()
  if (answer.ok) {
    const { form, coupons, isOwner } = answer.data
    const titles = Object.fromEntries(form.programme.coupons.map((one) => [one.campaignId, one.title]))
    const { canTransfer } = form
    return put({ form: formOf(form), coupons, titles, isOwner, canTransfer, failed: null })
  }
  put({ failed: failedAs(answer), ...(answer.code === 'FORBIDDEN' ? { form: null } : {}) })
}

/** The page shows another form with each save, so that nothing of the last one lingers. */
export async function saveProgramme({
  version,
  draft,
}: Form<ProgrammeDraft>): Promise<Saved<ProgrammeDraft>> {
  const answer = await api.saveSettings(version, draft)
  if (answer.ok) {
    put({ form: formOf(answer.data.form) })
    return { kind: 'saved' }
  }
  if (answer.code === 'CONTRADICTION') return { kind: 'faults', faults: answer.details.faults }
  if (answer.code === 'TEXT_REJECTED')
    return { kind: 'faults', faults: [{ field: 'terms', sentence: OFFICE_SENTENCES.TEXT_REJECTED }] }
  if (answer.code !== 'CHANGED_MEANWHILE')
    return { kind: 'failed', sentence: sentence(answer, OFFICE_SENTENCES) }
  // what is typed stays on the screen until the owner has chosen
  return { kind: 'changed', now: formOf(answer.details.form) }
}
