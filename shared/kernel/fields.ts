import * as v from 'valibot'

/** Field schemas that several contracts share. Server only: the phone takes contracts as types. */
export const Id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_:@-]{1,64}$/))
/** What the phone makes for one deed and sends again with each attempt at it: the same key is the same deed. */
export const Key = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,40}$/))
export const Instant = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
export const FenAmount = v.pipe(v.number(), v.safeInteger())
export const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
/** A rate in basis points, 0–10000. */
export const Bp = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(10_000))
/** A calendar day of the shop's zone: `YYYYMMDD`. */
export const ShopDay = v.pipe(v.string(), v.regex(/^\d{8}$/))
export const Nothing = v.strictObject({})
/** Free text of a person, trimmed; at most `max` characters. */
export const FreeText = (max: number) => v.pipe(v.string(), v.trim(), v.maxLength(max))
/** The same, and not empty. */
export const SomeText = (max: number) => v.pipe(FreeText(max), v.nonEmpty())
