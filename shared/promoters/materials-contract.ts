import * as v from 'valibot'
import { action } from '../kernel/action'
import { Id, Instant, Nothing, SomeText } from '../kernel/fields'
import { MOST_PICTURES } from './material-pictures'

/** Chosen by the phone that adds it, so that whatever the network does, one material is added once. */
const MaterialId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,40}$/))
const Parts = {
  id: MaterialId,
  /** What it is about: the forwarded card opens there; null: the shop as a whole. */
  productId: v.nullable(Id),
  title: SomeText(30),
  text: SomeText(500),
}
/** Something to pass on (推广素材). Pictures are files of cloud storage in the order in which they are shown, at most 9. */
export const Material = v.object({ ...Parts, pictures: v.array(v.string()) })
/**
 * The library, newest first, at most 100: all of it in one answer. Accepted promoters alone. A product may have left the
 * menu since. One read.
 */
export const materials = action({
  name: 'promoters.materials',
  input: Nothing,
  output: v.object({ materials: v.array(Material) }),
  refusals: ['NOT_A_PROMOTER'],
})

/** A material as owner and managers see it. */
export const MaterialCard = v.object({ ...Material.entries, savedAt: Instant })
/** The same for owner and managers; FORBIDDEN for others, as for all that follow. One read beyond that of the rights. */
export const library = action({
  name: 'promoters.library',
  input: Nothing,
  output: v.object({ materials: v.array(MaterialCard) }),
  refusals: [],
})
/**
 * Adds a material or changes one. `savedAt` is that on which the form was opened, null: it is new. Saving what is there
 * already is the same as once. CHANGED_MEANWHILE brings what is there now (null: somebody removed it). A new picture lies in
 * the material's own folder (`materialFolder`), else PICTURE_REJECTED. A picture that is dropped is deleted.
 */
export const saveMaterial = action({
  name: 'promoters.saveMaterial',
  input: v.strictObject({
    ...Parts,
    pictures: v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(MOST_PICTURES)),
    savedAt: v.nullable(Instant),
  }),
  output: v.object({ material: MaterialCard }),
  refusals: ['CHANGED_MEANWHILE', 'LIBRARY_FULL', 'PICTURE_REJECTED', 'PRODUCT_GONE', 'TEXT_REJECTED'],
  details: { CHANGED_MEANWHILE: v.object({ material: v.nullable(MaterialCard) }) },
})
/** Removes a material and its pictures. Twice is the same as once. */
export const removeMaterial = action({
  name: 'promoters.removeMaterial',
  input: v.strictObject({ id: MaterialId }),
  output: v.object({ removed: v.literal(true) }),
  refusals: [],
})

export type Material = v.InferOutput<typeof Material>
export type MaterialCard = v.InferOutput<typeof MaterialCard>
