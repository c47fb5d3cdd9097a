import type { list, remove } from '@shared/addresses/contract'
import type { UseCase } from '../../platform/router'
import { readBook, writeBook } from './repository'

/** One read. */
export const listAddresses: UseCase<typeof list> = async (_input, { db, memberId }) => ({
  addresses: [...(await readBook(db, memberId))],
})

/** An order that goes to a removed address keeps its own copy. */
export const removeAddress: UseCase<typeof remove> = async ({ id }, { tx, memberId }) =>
  tx(async (db) => {
    const book = await readBook(db, memberId)
    const addresses = book.filter((known) => known.id !== id)
    if (addresses.length < book.length) await writeBook(db, memberId, addresses)
    return { addresses }
  })
