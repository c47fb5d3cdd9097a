import { create } from 'zustand'
import type { MaterialCard } from '@shared/promoters/materials-contract'
import { MATERIAL_SENTENCES } from '@shared/promoters/material-sentences'
import { newKey } from '@/platform/ids'
import { sentence } from '@/platform/refusals'
import { api } from './api'
import { failedAs, type Failed } from './failed'

type State = {
  /** Newest first; null until the cloud was heard. */
  readonly materials: readonly MaterialCard[] | null
  readonly failed: Failed | null
}
export const useMaterials = create<State>(() => ({ materials: null, failed: null }))
const { getState: get, setState: put } = useMaterials

/** A picture of the form: in the cloud (`file`), or on this phone alone. */
export type Photo = { readonly file: string | null; readonly local: string }
export type MaterialForm = Pick<MaterialCard, 'id' | 'productId' | 'title' | 'text'> & {
  readonly photos: readonly Photo[]
  /** On what it was opened; null: it is new. */
  readonly savedAt: number | null
}
/** Its id is its key: whatever the network does, it is added once. */
export const newMaterial = (): MaterialForm => ({
  id: newKey(),
  productId: null,
  title: '',
  text: '',
  photos: [],
  savedAt: null,
})
export const formOf = ({ pictures, ...material }: MaterialCard): MaterialForm => ({
  ...material,
  photos: pictures.map((file) => ({ file, local: '' })),
})

// Only the last question's answer counts.
let asked = 0

export async function loadMaterials(): Promise<void> {
  const mine = ++asked
  const answer = await api.library()
  if (mine !== asked) return
  if (answer.ok) return put({ materials: answer.data.materials, failed: null })
  put({ failed: failedAs(answer), ...(answer.code === 'FORBIDDEN' ? { materials: null } : {}) })
}

/**
 * What became of a save. `form` is what to go on with: photos that found their place are not sent again. `theirs`: somebody
 * changed it meanwhile, null: removed it.
 */
export type Outcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'failed'; readonly form: MaterialForm; readonly sentence: string }
  | { readonly kind: 'changed'; readonly form: MaterialForm; readonly theirs: MaterialCard | null }

/** Sends the photos one after the other, telling how many have gone, then the rest. */
export async function saveMaterial(
  first: MaterialForm,
  onSent: (sent: number, of: number) => void,
): Promise<Outcome> {
  const form = await sendPhotos(first, onSent)
  const pictures = form.photos.flatMap(({ file }) => (file === null ? [] : [file]))
  if (pictures.length < form.photos.length)
    return { kind: 'failed', form, sentence: '有图片没有传上去，检查网络后再试一次' }
  const { photos: _photos, ...rest } = form
  const answer = await api.saveMaterial({
    ...rest,
    title: form.title.trim(),
    text: form.text.trim(),
    pictures,
  })
  if (answer.ok) {
    putMaterial(answer.data.material)
    return { kind: 'saved' }
  }
  if (answer.code !== 'CHANGED_MEANWHILE')
    return { kind: 'failed', form, sentence: sentence(answer, MATERIAL_SENTENCES) }
  return { kind: 'changed', form, theirs: answer.details.material }
}

async function sendPhotos(
  form: MaterialForm,
  onSent: (sent: number, of: number) => void,
): Promise<MaterialForm> {
  const photos: Photo[] = []
  const waiting = form.photos.filter(({ file }) => file === null).length
  let sent = 0
  for (const photo of form.photos) {
    if (photo.file !== null) {
      photos.push(photo)
      continue
    }
    onSent(sent++, waiting)
    photos.push({ ...photo, file: await api.sendPicture(photo.local, form.id) })
  }
  return { ...form, photos }
}

function putMaterial(material: MaterialCard): void {
  asked++
  const before = get().materials ?? []
  const known = before.some(({ id }) => id === material.id)
  const changed = before.map((one) => (one.id === material.id ? material : one))
  put({ materials: known ? changed : [material, ...before] })
}

/** What I have typed, on top of what somebody else saved: pictures that they dropped are gone from the cloud. */
export const ontoTheirs = (mine: MaterialForm, theirs: MaterialCard): MaterialForm => ({
  ...mine,
  savedAt: theirs.savedAt,
  photos: mine.photos.filter(({ file, local }) => local !== '' || theirs.pictures.includes(file ?? '')),
})
/** The same as one of its own, after somebody removed it with its pictures. */
export const asAnother = (mine: MaterialForm): MaterialForm => ({
  ...mine,
  id: newKey(),
  savedAt: null,
  photos: mine.photos.filter(({ local }) => local !== '').map(({ local }) => ({ local, file: null })),
})

/** Answers null when it is gone, else the sentence that says why not. */
export async function removeMaterial(id: string): Promise<string | null> {
  const answer = await api.removeMaterial(id)
  if (!answer.ok) return sentence(answer)
  asked++
  put({ materials: get().materials?.filter((one) => one.id !== id) ?? null })
  return null
}
