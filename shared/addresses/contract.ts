import * as v from 'valibot'
import { action } from '../kernel/action'
import { FreeText, Id, Nothing, SomeText } from '../kernel/fields'

/** Where something can be delivered to, as a person keeps it. */
export const Address = v.object({
  id: Id,
  /** Whom the rider asks for. */
  name: v.string(),
  /** Digits alone: 13800000000, 057100000018. */
  phone: v.string(),
  /** As the map names it: 学府路 18 号. */
  address: v.string(),
  /** What the map doesn't know: 3 号楼 502; '' for nothing. */
  detail: v.string(),
  /** Degrees, GCJ-02. */
  lat: v.number(),
  lng: v.number(),
})
/** Every action answers with the whole book, the newest first. */
const Book = v.object({ addresses: v.array(Address) })

/** The caller's address book; who is no member has one too. */
export const list = action({ name: 'addresses.list', input: Nothing, output: Book, refusals: [] })

/**
 * Keeps an address: a new one (`id` null) or another text for one that there is. What is saved comes first in the book;
 * the same address saved again is that address. `id` in the answer is its id.
 */
export const save = action({
  name: 'addresses.save',
  input: v.strictObject({
    id: v.nullable(Id),
    name: SomeText(20),
    phone: v.pipe(v.string(), v.trim(), v.maxLength(30)),
    address: SomeText(100),
    detail: FreeText(60),
    lat: v.pipe(v.number(), v.finite()),
    lng: v.pipe(v.number(), v.finite()),
  }),
  output: v.object({ ...Book.entries, id: Id }),
  refusals: [
    'PHONE_INVALID',
    /** Not a point in China. */
    'PLACE_INVALID',
    'TEXT_REJECTED',
    'TOO_MANY_ADDRESSES',
    /** Removed meanwhile, on another phone. */
    'ADDRESS_NOT_FOUND',
  ],
})
/** Removing what is not there is the same as removing it. */
export const remove = action({
  name: 'addresses.remove',
  input: v.strictObject({ id: Id }),
  output: Book,
  refusals: [],
})

export type Address = v.InferOutput<typeof Address>
