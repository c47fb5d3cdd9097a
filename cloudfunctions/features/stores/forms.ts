import type { Role } from '@shared/members/contract'
import type { ShopDraft, ShopForm, StoreDraft, StoreForm } from '@shared/stores/contract'
import type { ShopRow, StoreRow } from '../../database/rows'
import { derivedId } from '../../platform/identity'

/** A mark over the whole form: it differs wherever what is there now differs from what the form was opened on. */
const versionOf = (draft: StoreDraft | ShopDraft): string => derivedId('v', JSON.stringify(draft))

export function storeForm(row: StoreRow, role: Role): StoreForm {
  const draft: StoreDraft = {
    name: row.name,
    address: row.address,
    phone: row.phone,
    lat: row.lat,
    lng: row.lng,
    hours: [...row.hours],
    specialDays: row.specialDays,
    ways: [...row.ways],
    minimumFen: row.minimumFen,
    delivery: row.delivery,
    preorder: row.preorder,
    tables: [...row.tables],
    secondsPerUnit: row.secondsPerUnit,
  }
  return { storeId: row.id, role, version: versionOf(draft), draft }
}

export function shopForm(row: ShopRow): ShopForm {
  const { notice, payWithinMs, acceptance, loyalty, packaging } = row
  const draft: ShopDraft = { notice, payWithinMs, acceptance, loyalty, packaging: [...packaging] }
  return { version: versionOf(draft), draft }
}

/** The fields in which two drafts differ, as they were and as they are to be: only these are written and recorded. */
export function changedFields<T extends object>(was: T, is: T) {
  const of = (draft: T) => draft as Readonly<Record<string, unknown>>
  const names = Object.keys(was).filter((n) => JSON.stringify(of(was)[n]) !== JSON.stringify(of(is)[n]))
  const pick = (draft: T) => Object.fromEntries(names.map((n) => [n, of(draft)[n]])) as Partial<T>
  return { before: pick(was), after: pick(is) }
}

type WithId = { readonly id: string }

/** Gives a new id to whatever is not there yet. `renamed` tells what the draft called it; '' has no name. */
export function withIds<T extends WithId>(
  items: readonly T[],
  known: readonly WithId[],
  newId: () => string,
) {
  const ids = new Set(known.map((item) => item.id))
  const renamed = new Map<string, string>()
  const named = items.map((item) => {
    if (ids.has(item.id)) return item
    const id = newId()
    if (item.id !== '') renamed.set(item.id, id)
    return { ...item, id }
  })
  return { items: named, renamed }
}

/** Pre-orders whose new points and slots have ids of the cloud's making, and whose slots name the points by them. */
export function preorderWithIds(
  draft: StoreDraft['preorder'],
  before: StoreRow['preorder'],
  newId: () => string,
): StoreRow['preorder'] {
  if (draft === null) return null
  const points = withIds(draft.points, before?.points ?? [], newId)
  const slots = withIds(draft.slots, before?.slots ?? [], newId).items
  return {
    ...draft,
    points: points.items,
    slots: slots.map((slot) => ({ ...slot, pointId: points.renamed.get(slot.pointId) ?? slot.pointId })),
  }
}
