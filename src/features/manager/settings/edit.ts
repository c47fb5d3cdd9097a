import { useState } from 'react'
import type { FieldFault } from '@shared/coupons/campaign-contract'
import type { Form, Saved } from './store'
import { mergeChanges } from './merge'

/** What a section's fields work with. */
export type Edit<D> = {
  readonly draft: D
  readonly put: (change: Partial<D>) => void
  /** What is wrong with a field, once saving was tried; undefined: nothing. */
  readonly fault: (field: string) => string | undefined
}
/** A part of a form that is edited and saved by itself. */
export type SectionForm<D> = {
  readonly form: Form<D>
  /** The paths that it shows: faults below them stand at their fields, others are told apart. */
  readonly fields: readonly string[]
  readonly faultsOf: (draft: D) => readonly FieldFault[]
  readonly save: (form: Form<D>) => Promise<Saved<D>>
}

export const isBelow = (field: string, fields: readonly string[]): boolean =>
  fields.some((path) => field === path || field.startsWith(`${path}.`))

/** What became of a tap on 保存; `field` is where something is wrong, '' for nowhere in particular. */
export type Answer = 'saved' | 'changed' | { readonly sentence: string; readonly field: string }

/**
 * A draft of the form, from the moment it was opened: `base` is what it began with, `theirs` what somebody else made of
 * it meanwhile, until the person has chosen.
 */
export function useEdit<D extends object>({ form, fields, faultsOf, save }: SectionForm<D>) {
  const [{ base, draft, theirs }, set] = useState<State<D>>({ base: form, draft: form.draft, theirs: null })
  const [tried, setTried] = useState(false)
  // what the cloud found wrong, until something is changed
  const [refused, setRefused] = useState<readonly FieldFault[]>([])
  const faults = tried ? [...faultsOf(draft), ...refused] : []
  const send = async (wanted: Form<D>): Promise<Answer> => {
    setTried(true)
    const [wrong] = faultsOf(wanted.draft)
    // its field may lie beyond the edge of the screen
    if (wrong !== undefined) return wrong
    const saved = await save(wanted)
    if (saved.kind === 'faults') setRefused(saved.faults)
    if (saved.kind === 'changed') set((now) => ({ ...now, theirs: saved.now }))
    return answerOf(saved)
  }
  const edit: Edit<D> = {
    draft,
    put(change) {
      setRefused([])
      set((now) => ({ ...now, draft: { ...now.draft, ...change } }))
    },
    fault: (field) => faults.find((f) => f.field === field)?.sentence,
  }
  return {
    edit,
    base,
    theirs,
    dirty: JSON.stringify(draft) !== JSON.stringify(base.draft),
    faults: faults.length,
    /** Faults of other sections: this one can't show them at their field. */
    elsewhere: faults.filter((f) => !isBelow(f.field, fields)),
    save: () => send({ version: base.version, draft }),
    /** What I changed on top of what the other did. */
    saveMine(now: Form<D>) {
      const merged = mergeChanges(base.draft, draft, now.draft)
      set({ base: now, draft: merged, theirs: null })
      return send({ version: now.version, draft: merged })
    },
    takeTheirs: (now: Form<D>) => set({ base: now, draft: now.draft, theirs: null }),
  }
}

type State<D> = { readonly base: Form<D>; readonly draft: D; readonly theirs: Form<D> | null }

function answerOf<D>(saved: Saved<D>): Answer {
  if (saved.kind === 'faults') return saved.faults[0] ?? { field: '', sentence: '' }
  return saved.kind === 'failed' ? { field: '', sentence: saved.sentence } : saved.kind
}
