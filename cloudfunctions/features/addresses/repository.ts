import type { AddressBookRow } from '../../database/rows'
import type { TxDb } from '../../platform/db'

export type Addresses = AddressBookRow['addresses']

/** How another room reads a person's address book along with the person, in one read: it lies under the person's id. */
export const addressBookOf = { from: 'addresses', foreignField: '_id', limit: 1 }

/** A person's addresses, newest use first; of somebody who has none: none. One read. */
export async function readBook(db: TxDb, personId: string): Promise<Addresses> {
  return (await db.table<AddressBookRow>('addresses').get(personId))?.addresses ?? []
}
