import * as v from 'valibot'
import { Count, FenAmount, Id, ShopDay } from '../kernel/fields'

/** How the order reaches the customer: 自取, 堂食, 外送, 预订 (a slot at a pickup point). */
export const Way = v.picklist(['pickup', 'dineIn', 'delivery', 'preorder'])
/** Minutes since the shop's midnight, `[from, to)`; `to < from` crosses midnight. */
export const Hours = v.object({ from: Count, to: Count })

/** 外送 by the store's own people. */
export const Delivery = v.object({
  /** Straight-line distance from the store that is served. */
  radiusM: Count,
  /** Goods, before any discount, must reach this. */
  minimumFen: FenAmount,
  /** By distance, nearest band first: up to `toM` metres it costs `feeFen`; the last band reaches the radius. */
  bands: v.array(v.object({ toM: Count, feeFen: FenAmount })),
  /** From goods of this value on, delivery is free; null: never by itself. */
  freeFromFen: v.nullable(FenAmount),
  /** What the way itself usually takes. */
  minutes: Count,
})
/** A place where pre-orders are handed out: 3 号宿舍楼下. */
export const PickupPoint = v.object({ id: Id, name: v.string(), address: v.string() })
/** A time at a point that can be ordered ahead: "order by 22:00 for tomorrow 07:20 at dormitory 3". */
export const Slot = v.object({
  id: Id,
  pointId: Id,
  /** Handed out at this minute of the slot's day. */
  atMinute: Count,
  /** Orders are taken until this minute of the day `cutoffDays` before the slot's day. */
  cutoffDays: Count,
  cutoffMinute: Count,
  /** Units of goods that one day's slot holds. */
  capacity: Count,
  /** Days of the week, 0 = Sunday; empty: every day. */
  days: v.array(v.pipe(Count, v.maxValue(6))),
})
export const Preorder = v.object({
  /** How many days ahead may be ordered; 0 = today only. */
  daysAhead: v.pipe(Count, v.maxValue(14)),
  points: v.array(PickupPoint),
  slots: v.array(Slot),
})
export const Store = v.object({
  id: Id,
  name: v.string(),
  address: v.string(),
  phone: v.string(),
  lat: v.number(),
  lng: v.number(),
  /** Opening hours of every ordinary day. */
  hours: v.array(Hours),
  /** Days with other hours: holidays (no hours: closed) and days of longer opening. */
  specialDays: v.record(ShopDay, v.object({ hours: v.array(Hours), note: v.string() })),
  ways: v.array(Way),
  /** Goods of a pickup or dine-in order must reach this; 0: no minimum. */
  minimumFen: FenAmount,
  /** null: the store does not deliver. */
  delivery: v.nullable(Delivery),
  /** null: nothing can be ordered ahead. */
  preorder: v.nullable(Preorder),
  /** Switched off by staff: the menu shows, nothing can be ordered. */
  paused: v.boolean(),
  /** Sku ids that staff switched off until further notice: not to be had on any day. */
  stopped: v.array(Id),
  /** Counted skus → units that each day begins with; all others are unlimited. */
  daily: v.record(Id, Count),
  tables: v.array(v.string()),
  /** How long one unit takes to make, for the estimate. */
  secondsPerUnit: Count,
})

export type Way = v.InferOutput<typeof Way>
export type Hours = v.InferOutput<typeof Hours>
export type Delivery = v.InferOutput<typeof Delivery>
export type PickupPoint = v.InferOutput<typeof PickupPoint>
export type Slot = v.InferOutput<typeof Slot>
export type Preorder = v.InferOutput<typeof Preorder>
export type Store = v.InferOutput<typeof Store>
