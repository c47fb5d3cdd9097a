import { yuan, type Fen } from '../../kernel/money'
import type { FieldFault } from '../campaign-contract'

/** A fault of a field if the condition holds; lists of them are put together with `...`. */
export const faultIf = (holds: boolean, field: string, sentence: string): FieldFault[] =>
  holds ? [{ field, sentence }] : []

const isWhole = (n: number, least: number, most: number): boolean =>
  Number.isSafeInteger(n) && least <= n && n <= most

/** A count that is fractional, negative, or beyond sense. */
export const countFault = (field: string, n: number, least: number, most: number, what: string) =>
  faultIf(!isWhole(n, least, most), field, `${what}要填 ${least} 到 ${most} 之间的整数`)

/** An amount of money that is fractional, negative, or beyond sense. */
export const fenFault = (field: string, n: number, least: Fen, most: Fen, what: string) =>
  faultIf(!isWhole(n, least, most), field, `${what}要在 ¥${yuan(least)} 到 ¥${yuan(most)} 之间`)

/** A share of a price: 0 gives the goods away, all of it takes nothing off. */
export const rateFault = (field: string, payBp: number, what: string) =>
  faultIf(
    !isWhole(payBp, 1, 9_999),
    field,
    payBp === 0
      ? `${what}不能是 0 折，要白送请用兑换券`
      : payBp === 10_000
        ? `${what}不能是 10 折，那样一分钱也没减`
        : `${what}要在 0.1 到 9.9 折之间`,
  )

/** An empty or overlong text. */
export const textFault = (field: string, text: string, most: number, what: string) => [
  ...faultIf(text.trim() === '', field, `${what}还没有填`),
  ...faultIf(text.length > most, field, `${what}太长了，最多 ${most} 个字`),
]

/** The first of a list that stands in it twice. */
export const doubled = <T>(items: readonly T[]): T | undefined =>
  items.find((item, i) => items.indexOf(item) < i)
