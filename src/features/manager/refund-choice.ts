import type { Fen } from '@shared/kernel/money'
import type { BoardOrder } from '@shared/manager/contract'
import type { LineUnits, RefundView } from '@shared/orders/contract'
import {
  feesLeft,
  type Refundable,
  refundPart,
  type RefundPart,
  refundRest,
  unitsLeft,
} from '@shared/orders/refund'

/** What is ticked on the refund sheet. */
export type RefundChoice = {
  /** Units of each line. */
  readonly units: readonly number[]
  readonly packaging: boolean
  readonly delivery: boolean
}

/** What has been given back of an order, whether it has arrived or not. */
export const givenBack = ({ refunds }: Pick<BoardOrder, 'refunds'>): Fen =>
  refunds.reduce((sum, { payFen }) => sum + payFen, 0)

/** What can still be given back, everything together. */
export const leftToGive = (order: Pick<BoardOrder, 'payFen' | 'refunds'>): Fen =>
  order.payFen - givenBack(order)

/** Neither a unit nor a fee nor a point is left. */
export const nothingLeft = (order: Refundable): boolean => refundRest(order) === null

export const nothingOf = (order: Refundable): RefundChoice => ({
  units: order.lines.map(() => 0),
  packaging: false,
  delivery: false,
})
export const allOf = (order: Refundable): RefundChoice => ({
  units: unitsLeft(order),
  packaging: true,
  delivery: true,
})

/** Every unit that is left: packaging and delivery go back with them, ticked or not. */
export const isEverything = (order: Refundable, { units }: RefundChoice): boolean =>
  unitsLeft(order).every((left, line) => left === (units[line] ?? 0))

/** As the cloud takes it: lines with units only, and fees that are there to be given back. */
export function wishOf(order: Refundable, choice: RefundChoice) {
  const fees = feesLeft(order)
  return {
    units: choice.units.flatMap((units, line) => (units > 0 ? [{ line, units }] : [])),
    packaging: choice.packaging && fees.packagingFen > 0,
    delivery: choice.delivery && fees.deliveryFen > 0,
  }
}

/** What it gives back, by the rule that the cloud applies; null while nothing is ticked. */
export const givesBack = (order: Refundable, choice: RefundChoice): RefundPart | null =>
  refundPart(order, wishOf(order, choice))

/** A choice that still fits after somebody else gave back a part of the order. */
export const fitTo = (order: Refundable, choice: RefundChoice): RefundChoice => ({
  ...choice,
  units: unitsLeft(order).map((left, line) => Math.min(left, choice.units[line] ?? 0)),
})

type Given = Pick<RefundView, 'packagingFen' | 'deliveryFen'> & { readonly units: readonly LineUnits[] }

/** 拿铁 ×1、打包费: what a refund is for. */
export function whatGoesBack({ lines }: Pick<BoardOrder, 'lines'>, given: Given): string {
  return [
    ...given.units.map(({ line, units }) => `${lines[line]?.name ?? '商品'} ×${units}`),
    ...(given.packagingFen > 0 ? ['打包费'] : []),
    ...(given.deliveryFen > 0 ? ['配送费'] : []),
  ].join('、')
}
