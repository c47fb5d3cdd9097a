import type { Address } from '@shared/addresses/contract'
import type { AddressBookRow } from '../../database/rows'
import type { TxDb } from '../../platform/db'

export type Addresses = readonly Address[]

/** How another room reads a person's address book along with the person, in one read: it lies under the person's id. */
export const addressBookOf = { from: 'addresses', foreignField: '_id', limit: 1 }

/** A person's addresses, the newest first; of somebody who has none: none. One read. */
export async function readBook(db: TxDb, personId: string): Promise<Addresses> {
  return (await db.table<AddressBookRow>('addresses').get(personId))?.addresses ?? []
}

/** Writes the whole book; inside the transaction that read it. */
export const writeBook = (db: TxDb, personId: string, addresses: Addresses): Promise<void> =>
  db.table<AddressBookRow>('addresses').set({ _id: personId, addresses })

/** Forgets a person's addresses for good; answers whether there was a book. */
export async function removeBook(db: TxDb, personId: string): Promise<boolean> {
  const books = db.table<AddressBookRow>('addresses')
  if (!(await books.get(personId))) return false
  await books.remove(personId)
  return true
}
