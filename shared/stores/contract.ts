import * as v from 'valibot'
import { Way } from '../catalogue/store-contract'
import { FieldFault } from '../coupons/campaign-contract'
import { action } from '../kernel/action'
import { Count, Id, Nothing, ShopDay } from '../kernel/fields'
import { Role } from '../members/contract'

/** A number of a form, whatever was typed: `store-faults` and `shop-faults` say in words what is wrong with it. */
const Figure = v.number()
const Words = v.pipe(v.string(), v.trim(), v.maxLength(300))
/** Of something that is there already, or whatever the form calls what it has just made ('' too): the cloud gives that its id. */
const DraftId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_:@-]{0,64}$/))
const list = <S extends v.GenericSchema>(of: S, most: number) => v.pipe(v.array(of), v.maxLength(most))

const HoursDraft = v.strictObject({ from: Figure, to: Figure })
const DeliveryDraft = v.strictObject({
  radiusM: Figure,
  minimumFen: Figure,
  bands: list(v.strictObject({ toM: Figure, feeFen: Figure }), 50),
  freeFromFen: v.nullable(Figure),
  minutes: Figure,
})
const SlotDraft = v.strictObject({
  id: DraftId,
  /** As its point is called in this same draft. */
  pointId: DraftId,
  atMinute: Figure,
  cutoffDays: Figure,
  cutoffMinute: Figure,
  capacity: Figure,
  days: list(Figure, 50),
})
const PreorderDraft = v.strictObject({
  daysAhead: Figure,
  points: list(v.strictObject({ id: DraftId, name: Words, address: Words }), 100),
  slots: list(SlotDraft, 300),
})
/**
 * What owner and managers decide of a store: the `Store` without its switches (paused, sold out) and its stock. What
 * `storeFaults` finds no fault with is a part of a `Store`.
 */
export const StoreDraft = v.strictObject({
  name: Words,
  address: Words,
  phone: Words,
  lat: Figure,
  lng: Figure,
  hours: list(HoursDraft, 50),
  specialDays: v.record(
    v.pipe(v.string(), v.maxLength(20)),
    v.strictObject({ hours: list(HoursDraft, 50), note: Words }),
  ),
  ways: list(Way, 20),
  minimumFen: Figure,
  delivery: v.nullable(DeliveryDraft),
  preorder: v.nullable(PreorderDraft),
  tables: list(Words, 500),
  secondsPerUnit: Figure,
})
/** What owner and managers decide of the whole shop. What `shopFaults` finds no fault with is a part of `settings/shop`. */
export const ShopDraft = v.strictObject({
  notice: Words,
  payWithinMs: Figure,
  acceptance: v.strictObject({ remindMs: Figure, refundMs: Figure }),
  loyalty: v.strictObject({
    pointsPerYuan: Figure,
    pointFen: Figure,
    mostShareBp: Figure,
    validMonths: Figure,
    tiers: list(
      v.strictObject({ id: DraftId, name: Words, fromFen: Figure, priceBp: Figure, pointsBp: Figure }),
      50,
    ),
  }),
  packaging: list(v.strictObject({ id: DraftId, name: Words, feeFen: Figure }), 50),
})
/** Tells whether a form was opened on what is there now: a mark over everything that the draft holds. */
const Version = v.pipe(v.string(), v.maxLength(64))
export const StoreForm = v.object({ storeId: Id, role: Role, version: Version, draft: StoreDraft })
export const ShopForm = v.object({ version: Version, draft: ShopDraft })

/** Switched off by staff: for today, or until it is switched back; null: on sale. */
const SoldOut = v.nullable(v.picklist(['today', 'lasting']))
/** A sku of the menu in a store that is switched off or counted. */
export const SkuStock = v.object({
  skuId: Id,
  soldOut: SoldOut,
  /** Units that each day begins with; null: not counted. */
  daily: v.nullable(Count),
  /** Today's units: left + held + sold = supply. `held`: in orders that are not paid yet. null: not counted. */
  today: v.nullable(v.object({ supply: Count, left: Count, held: Count, sold: Count })),
})
/** The most that is counted of a sku in a day. */
const Units = v.pipe(Count, v.maxValue(9999))
const OneSku = { storeId: Id, skuId: Id }
const Sku = v.object({ sku: SkuStock })

/**
 * The stock of a store today, to its staff. `skus` names those that are switched off or counted; of all others of the
 * menu there is as much as anybody wants. `menuVersion`: the menu that is the current one. Three reads.
 */
export const stock = action({
  name: 'stores.stock',
  input: v.strictObject({ storeId: Id }),
  output: v.object({ storeId: Id, role: Role, day: ShopDay, menuVersion: Count, skus: v.array(SkuStock) }),
  refusals: [],
})
/**
 * 估清: nobody can have it today; it ends by itself with the shop's day, and orders ahead for another day are taken.
 * 长期停售: on no day, until it is switched back. Staff of the store.
 */
export const setSoldOut = action({
  name: 'stores.setSoldOut',
  input: v.strictObject({ ...OneSku, soldOut: SoldOut }),
  output: Sku,
  refusals: ['SKU_NOT_FOUND'],
})
/**
 * What is left today of a counted sku: so many can still be sold from now on. What orders hold or have bought is not
 * touched; the day's supply follows. Staff of the store.
 */
export const setStock = action({
  name: 'stores.setStock',
  input: v.strictObject({ ...OneSku, left: Units }),
  output: Sku,
  refusals: ['NOT_COUNTED'],
})
/**
 * Units that each day begins with; null: no longer counted. Owner and managers.
 * - Beginning to count counts today too: what orders of the day are known to hold or have bought is taken off.
 * - Another number counts from tomorrow on; today keeps its own, which is `setStock`'s. Days ahead of which orders hold
 *   units already begin with the new number, and those units are taken off it.
 * - No longer counted: orders keep what they hold, and sell or release it on the day's document as before; new ones
 *   take nothing.
 */
export const setDaily = action({
  name: 'stores.setDaily',
  input: v.strictObject({ ...OneSku, units: v.nullable(v.pipe(Units, v.minValue(1))) }),
  output: Sku,
  refusals: ['SKU_NOT_FOUND'],
})

/** The forms of the shop and of the caller's stores. Owner and managers; FORBIDDEN for others, as for all that follow. */
export const settings = action({
  name: 'stores.settings',
  input: Nothing,
  output: v.object({ shop: ShopForm, stores: v.array(StoreForm) }),
  refusals: [],
})
/** TEXT_REJECTED: WeChat finds something in what customers would read. */
const SAVE_REFUSALS = ['CONTRADICTION', 'CHANGED_MEANWHILE', 'TEXT_REJECTED'] as const
/**
 * Saves a store's form. `version` is the one that the form was opened on; CHANGED_MEANWHILE brings the store as it is
 * now. Special days that are over are dropped. A point or slot whose id the store doesn't have gets one from the cloud;
 * orders that were placed for a slot that is gone keep it.
 */
export const saveStore = action({
  name: 'stores.save',
  input: v.strictObject({ storeId: Id, version: Version, draft: StoreDraft }),
  output: v.object({ form: StoreForm }),
  refusals: SAVE_REFUSALS,
  details: {
    CONTRADICTION: v.object({ faults: v.array(FieldFault) }),
    CHANGED_MEANWHILE: v.object({ form: StoreForm }),
  },
})
/** The same for the shop. Tiers and rates hold from now on: coupons and points that were issued stay as they are. */
export const saveShop = action({
  name: 'stores.saveShop',
  input: v.strictObject({ version: Version, draft: ShopDraft }),
  output: v.object({ form: ShopForm }),
  refusals: SAVE_REFUSALS,
  details: {
    CONTRADICTION: v.object({ faults: v.array(FieldFault) }),
    CHANGED_MEANWHILE: v.object({ form: ShopForm }),
  },
})

export type StoreDraft = v.InferOutput<typeof StoreDraft>
export type ShopDraft = v.InferOutput<typeof ShopDraft>
export type StoreForm = v.InferOutput<typeof StoreForm>
export type ShopForm = v.InferOutput<typeof ShopForm>
export type SkuStock = v.InferOutput<typeof SkuStock>
