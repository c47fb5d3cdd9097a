import type { FraudFacts } from '@shared/fraud/facts'
import type { Instant } from '@shared/kernel/time'
import type { MemberRow, OrderRow, RewardTallyRow } from '../../database/rows'
import type { TxDb } from '../../platform/db'
import { derivedId } from '../../platform/identity'
import { readBook, type Addresses } from '../addresses'

/** Everything that the rules look at. One read, of the promoter's address book, for an order that is delivered; else none. */
export async function fraudFacts(
  db: TxDb,
  who: {
    readonly friend: MemberRow
    readonly promoter: MemberRow
    readonly order: OrderRow | null
    readonly tally: RewardTallyRow
  },
  now: Instant,
): Promise<FraudFacts> {
  const { friend, promoter, order, tally } = who
  const destination = order?.destination ?? null
  const book: Addresses = destination ? await readBook(db, promoter._id) : []
  return {
    now,
    friend: { joinedAt: friend.joinedAt, phone: friend.phone },
    promoter: {
      joinedAt: promoter.joinedAt,
      phone: promoter.phone,
      brought: promoter.bound !== undefined,
      paidOrders: promoter.account.paidOrders,
      places: book.map(({ address, detail }) => placeOf(`${address}${detail}`)),
      phones: book.map(({ phone }) => phone),
    },
    delivery: destination && { place: placeOf(destination.address), phone: destination.phone },
    marks: tally.marks.filter((mark) => mark.friend !== friend._id),
  }
}

/** Where an order goes, as a fingerprint that tells nobody where that is: spaces don't matter. */
export const placeOf = (address: string): string =>
  address === '' ? '' : derivedId('a', address.replace(/\s+/g, '')).slice(0, 14)
