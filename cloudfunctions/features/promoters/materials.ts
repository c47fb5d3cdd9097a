import { isRefused, refuse } from '@shared/kernel/refusal'
import { isMaterialPicture, MOST_MATERIALS } from '@shared/promoters/material-pictures'
import type * as contract from '@shared/promoters/materials-contract'
import type { InputOf } from '@shared/kernel/action'
import type { Ctx } from '../../platform/ctx'
import type { UseCase } from '../../platform/router'
import { readMenu, readShop } from '../catalogue'
import { record, requireManager } from '../staff'
import { libraryFor, libraryRepository } from './library-repository'

type Card = contract.MaterialCard
type Saved = InputOf<typeof contract.saveMaterial>

export const readMaterials: UseCase<typeof contract.materials> = async (_input, { db, memberId }) => {
  const known = await libraryFor(db, memberId)
  if (!known) return refuse('NOT_A_PROMOTER')
  return { materials: known.map(({ savedAt: _when, ...material }) => material) }
}

export const readLibrary: UseCase<typeof contract.library> = async (_input, ctx) => {
  const manager = await requireManager(ctx)
  if (isRefused(manager)) return manager
  return { materials: [...(await libraryRepository(ctx.db).materials())] }
}

/** What promoters pass on speaks for the shop, so WeChat looks at its words; a changed one stays where it stands. */
export const saveMaterial: UseCase<typeof contract.saveMaterial> = async (input, ctx) => {
  const manager = await requireManager(ctx)
  if (isRefused(manager)) return manager
  if (input.productId !== null && !(await isOnMenu(input.productId, ctx))) return refuse('PRODUCT_GONE')
  if ((await ctx.texts.check(ctx.openid, `${input.title} ${input.text}`, 'comment')) === 'rejected')
    return refuse('TEXT_REJECTED')
  const saved = await ctx.tx(async (db) => {
    const library = libraryRepository(db)
    const materials = await library.materials()
    const before = materials.find(({ id }) => id === input.id) ?? null
    if (before && sameAs(before, input)) return { material: before, dropped: [] }
    if ((before?.savedAt ?? null) !== input.savedAt) return refuse('CHANGED_MEANWHILE', { material: before })
    if (!before && materials.length >= MOST_MATERIALS) return refuse('LIBRARY_FULL')
    const known = before?.pictures ?? []
    if (!input.pictures.every((file) => known.includes(file) || isMaterialPicture(file, input.id)))
      return refuse('PICTURE_REJECTED')
    const material: Card = { ...input, savedAt: ctx.now }
    await library.put(
      before ? materials.map((one) => (one.id === input.id ? material : one)) : [material, ...materials],
    )
    const deed = { storeId: null, what: 'promoters.saveMaterial', subject: input.id }
    await record(db, ctx, { ...deed, before, after: material })
    return { material, dropped: known.filter((file) => !material.pictures.includes(file)) }
  })
  if (isRefused(saved)) return saved
  await dropPictures(saved.dropped, input.id, ctx)
  return { material: saved.material }
}

export const removeMaterial: UseCase<typeof contract.removeMaterial> = async ({ id }, ctx) => {
  const manager = await requireManager(ctx)
  if (isRefused(manager)) return manager
  const dropped = await ctx.tx(async (db) => {
    const library = libraryRepository(db)
    const materials = await library.materials()
    const before = materials.find((one) => one.id === id)
    if (!before) return []
    await library.put(materials.filter((one) => one.id !== id))
    const deed = { storeId: null, what: 'promoters.removeMaterial', subject: id }
    await record(db, ctx, { ...deed, before, after: null })
    return before.pictures
  })
  await dropPictures(dropped, id, ctx)
  return { removed: true }
}

async function isOnMenu(productId: string, { db, memory }: Ctx): Promise<boolean> {
  const menu = await readMenu(db, memory, (await readShop(db)).menuVersion)
  return menu.products.some(({ id }) => id === productId)
}

const sameAs = (before: Card, after: Saved): boolean =>
  before.productId === after.productId &&
  before.title === after.title &&
  before.text === after.text &&
  before.pictures.join() === after.pictures.join()

/** After the commit that forgot them. What lies elsewhere was the shop's before it was the material's, and stays. */
async function dropPictures(files: readonly string[], id: string, ctx: Ctx): Promise<void> {
  for (const file of files) if (isMaterialPicture(file, id)) await ctx.files.remove(file)
}
