import { addressText, isInChina, isSameAddress, MOST_ADDRESSES, phoneDigits } from '@shared/addresses/address'
import type { Address, save } from '@shared/addresses/contract'
import { refuse } from '@shared/kernel/refusal'
import type { Ctx } from '../../platform/ctx'
import type { UseCase } from '../../platform/router'
import { readBook, writeBook } from './repository'

type Entry = Omit<Address, 'id'>

/** WeChat looks at the texts before anything is written; one read, one write. */
export const saveAddress: UseCase<typeof save> = async ({ id, ...told }, ctx) => {
  const phone = phoneDigits(told.phone)
  if (phone === null) return refuse('PHONE_INVALID')
  if (!isInChina(told)) return refuse('PLACE_INVALID')
  const text = `${told.name} ${addressText(told)}`
  if ((await ctx.texts.check(ctx.openid, text, 'comment')) === 'rejected') return refuse('TEXT_REJECTED')
  return keep(id, { ...told, phone }, ctx)
}

/** In a transaction, so that of two phones that save at once neither undoes the other. */
function keep(id: string | null, entry: Entry, { tx, memberId, newId }: Ctx) {
  const fresh = newId()
  return tx(async (db) => {
    const book = await readBook(db, memberId)
    if (id !== null && !book.some((known) => known.id === id)) return refuse('ADDRESS_NOT_FOUND')
    // sent twice, or kept before: the same address
    const kept = id ?? book.find((known) => isSameAddress(known, entry))?.id ?? fresh
    const addresses = [{ ...entry, id: kept }, ...book.filter((known) => known.id !== kept)]
    if (addresses.length > MOST_ADDRESSES) return refuse('TOO_MANY_ADDRESSES')
    await writeBook(db, memberId, addresses)
    return { addresses, id: kept }
  })
}
