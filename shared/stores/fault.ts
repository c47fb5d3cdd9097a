import { yuan, type Fen } from '../kernel/money'
import type { FieldFault } from '../coupons/campaign-contract'

export type { FieldFault }

/** One fault where something is wrong, none otherwise. `field` is the path in the draft: `delivery.bands.1.feeFen`. */
export const faultIf = (wrong: boolean, field: string, sentence: string): FieldFault[] =>
  wrong ? [{ field, sentence }] : []

/** Whether a number is whole and in `[from, to]`. */
export const isWhole = (n: number, from: number, to: number): boolean =>
  Number.isSafeInteger(n) && n >= from && n <= to

/** A whole number in `[from, to]`, in the unit that the sentence names. */
export const countFault = (field: string, n: number, from: number, to: number, what: string): FieldFault[] =>
  faultIf(!isWhole(n, from, to), field, `${what}要填 ${from}–${to} 之间的整数`)

/** An amount in `[0, most]`, whole fen. */
export const moneyFault = (field: string, n: Fen, mostFen: Fen, what: string): FieldFault[] =>
  faultIf(!isWhole(n, 0, mostFen), field, `${what}要在 ¥0 到 ¥${yuan(mostFen)} 之间，最小到分`)

/** A text that must be there, of at most `most` characters. */
export function textFault(field: string, text: string, most: number, what: string): FieldFault[] {
  if (text.trim() === '') return [{ field, sentence: `${what}还没有填` }]
  return faultIf(text.trim().length > most, field, `${what}最多 ${most} 个字`)
}

/** Whatever stands twice: its place, and the place of the first. */
export function repeats(keys: readonly string[]): { readonly at: number; readonly first: number }[] {
  return keys.flatMap((key, at) => {
    const first = keys.indexOf(key)
    return first < at ? [{ at, first }] : []
  })
}

/** Ids of a list: '' is one that the cloud will give, any other must be alone. */
export const idFaults = (field: string, ids: readonly string[]): FieldFault[] =>
  repeats(ids.map((id, i) => (id === '' ? `new ${i}` : id))).map(({ at, first }) => ({
    field: `${field}.${at}.id`,
    sentence: `和第 ${first + 1} 个是同一个编号，请删掉重新添加`,
  }))

/** Names of a list that a person must be able to tell apart. */
export const nameFaults = (field: string, names: readonly string[]): FieldFault[] =>
  repeats(names.map((name, i) => (name.trim() === '' ? `empty ${i}` : name.trim()))).map(({ at, first }) => ({
    field: `${field}.${at}.name`,
    sentence: `和第 ${first + 1} 个重名了`,
  }))
