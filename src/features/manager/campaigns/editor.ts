import { create } from 'zustand'
import type { CampaignState, CampaignView, FieldFault } from '@shared/coupons/campaign-contract'
import { CAMPAIGN_SENTENCES } from '@shared/coupons/sentences'
import { newKey } from '@/platform/ids'
import { sentence } from '@/platform/refusals'
import { api } from './api'
import { isSame, merged } from './describe'
import { formOf, type CampaignForm } from './form'
import { readForm } from './read-form'
import { loadCampaigns, putCampaign, useCampaigns, type Failed } from './store'

type State = {
  /** The form; null until the campaign is there. */
  readonly form: CampaignForm | null
  /** What the form was when it was opened or saved: what differs is not saved yet. */
  readonly base: CampaignForm | null
  /** The campaign as the cloud last told it; null for a new one. */
  readonly opened: CampaignView | null
  /** A new form's own: saving it again, when its answer was lost, makes no second campaign. */
  readonly key: string
  /** Why there is no form. */
  readonly failed: Failed | null
  /** Saving was tried: from now on everything that is wrong is told, not only what can't be read. */
  readonly tried: boolean
  /** What the cloud found wrong, until the thing is changed. */
  readonly refused: readonly FieldFault[]
  readonly busy: boolean
  /** Somebody else changed it meanwhile: their version, until the owner has decided. */
  readonly theirs: CampaignView | null
}
/** 'done' saved · 'faults' something is wrong with fields · 'conflict' somebody else was faster · else a sentence. */
export type Outcome = 'done' | 'faults' | 'conflict' | { readonly sentence: string }

const CLOSED: State = {
  form: null,
  base: null,
  opened: null,
  key: '',
  failed: null,
  tried: false,
  refused: [],
  busy: false,
  theirs: null,
}
export const useEditor = create<State>(() => CLOSED)
const { getState: get, setState: put } = useEditor

/** Whether there is anything in the form that the cloud doesn't have. */
export const isDirty = ({ form, base }: Pick<State, 'form' | 'base'>): boolean => !isSame(form, base)

/** Nothing is open: the next page must not begin with the form of the last. */
export const closeEditor = () => put(CLOSED)

/** Opens a form that is no campaign yet. */
export function openNew(form: CampaignForm): void {
  put({ ...CLOSED, key: newKey(), form, base: form })
}

/** Opens a campaign: from the list where it is known, else the list is read first. */
export async function openCampaign(id: string): Promise<void> {
  put(CLOSED)
  const find = () => useCampaigns.getState().campaigns?.find((one) => one.id === id)
  if (find() === undefined) await loadCampaigns()
  const campaign = find()
  if (campaign !== undefined) return show(campaign)
  const gone = { code: 'CAMPAIGN_NOT_FOUND', sentence: CAMPAIGN_SENTENCES.CAMPAIGN_NOT_FOUND, requestId: '' }
  put({ failed: useCampaigns.getState().failed ?? gone })
}

function show(opened: CampaignView, form: CampaignForm = formOf(opened)): void {
  put({ ...CLOSED, busy: get().busy, key: newKey(), opened, base: formOf(opened), form })
}

const TOUCHES: Partial<Readonly<Record<keyof CampaignForm, readonly string[]>>> = {
  benefit: ['terms.benefit', 'budget.fen'],
  period: ['startAt', 'endAt'],
  validity: ['validity', 'terms.days'],
}
/** The fields of the contract that a part of the form is about. */
const fieldsOf = (part: keyof CampaignForm): readonly string[] => TOUCHES[part] ?? [part, `terms.${part}`]

/** Changes a part of the form. What the cloud said of it no longer counts. */
export function edit(change: Partial<CampaignForm>): void {
  const { form, refused } = get()
  if (form === null) return
  const touched = (Object.keys(change) as (keyof CampaignForm)[]).flatMap(fieldsOf)
  const isTouched = ({ field }: FieldFault) =>
    field === 'state' || touched.some((one) => field === one || field.startsWith(`${one}.`))
  put({ form: { ...form, ...change }, refused: refused.filter((fault) => !isTouched(fault)) })
}

/** From now on everything that is wrong is told. */
export const tryIt = () => put({ tried: true })

type Answered = Awaited<ReturnType<(typeof api)['save'] | (typeof api)['setState']>>

/** `kept`: what is in the form and was not part of the question stays there. */
function take(answer: Answered, kept: CampaignForm | null = null): Outcome {
  if (answer.ok) {
    const { campaign } = answer.data
    putCampaign(campaign)
    show(campaign, kept ?? formOf(campaign))
    return 'done'
  }
  switch (answer.code) {
    case 'CONTRADICTION':
      put({ tried: true, refused: answer.details.faults })
      return 'faults'
    case 'CODE_TAKEN':
      put({ tried: true, refused: [{ field: 'entry.code', sentence: CAMPAIGN_SENTENCES.CODE_TAKEN }] })
      return 'faults'
    case 'CHANGED_MEANWHILE':
      putCampaign(answer.details.campaign)
      put({ theirs: answer.details.campaign })
      return 'conflict'
    default: {
      const words = sentence(answer, CAMPAIGN_SENTENCES)
      if (answer.code === 'FORBIDDEN')
        put({ failed: { code: answer.code, sentence: words, requestId: answer.requestId } })
      return { sentence: words }
    }
  }
}

async function busyWhile(work: () => Promise<Outcome>): Promise<Outcome> {
  if (get().busy) return { sentence: '上一步还没有完成，请稍等' }
  put({ busy: true })
  try {
    return await work()
  } finally {
    put({ busy: false })
  }
}

async function sendForm(): Promise<Outcome> {
  const { form, opened, key } = get()
  if (form === null) return 'done'
  const { draft } = readForm(form)
  return take(await api.save({ id: opened?.id ?? null, version: opened?.version ?? 0, key, draft }))
}

/** Saves the form. */
export const saveForm = () => busyWhile(sendForm)

/** Saves what is not saved, then begins, stops, resumes or ends the campaign. Ending and stopping save nothing. */
export const moveTo = (state: Exclude<CampaignState, 'draft'>) =>
  busyWhile(async () => {
    if (state === 'running' && (get().opened === null || isDirty(get()))) {
      const saved = await sendForm()
      if (saved !== 'done') return saved
    }
    const { opened, form } = get()
    return opened === null ? 'done' : take(await api.setState(opened.id, opened.version, state), form)
  })

/** Closes the question of whose words stand; the next saving asks it again. */
export const putTheirsAside = () => put({ theirs: null })

/** Takes over what somebody else made of it; what was changed here is gone. */
export function takeTheirs(): void {
  const { theirs } = get()
  if (theirs !== null) show(theirs)
}

/** Takes it over and keeps what was changed here on top, to be looked at and saved. */
export function keepMine(): void {
  const { theirs, base, form } = get()
  if (theirs !== null && base !== null && form !== null) show(theirs, merged(base, form, formOf(theirs)))
}
