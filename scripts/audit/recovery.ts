import type { ExperimentRow, ExposureRow } from '../../cloudfunctions/database/rows'
import type { Arm } from '@shared/experiments/arm'
import type { Books, Rule } from './books'
import { yes } from './orders'

const ARMS: readonly Arm[] = ['treated', 'control']

/** What was decided about orders that were left: by an order that is there, with the coupon it names, and counted once. */
export const leftAnswered: Rule = (books) => [
  ...books.exposures.flatMap((row) => [...decided(row, books), ...given(row, books)]),
  ...books.experiments.flatMap((row) => counted(row, books)),
]

function decided({ _id, memberId, arm, why, dueAt, outcome }: ExposureRow, { orders }: Books): string[] {
  const open = dueAt !== undefined
  return [
    ...yes(
      orders.find((order) => order._id === _id)?.memberId !== memberId,
      `${_id}: answered, and no order of ${memberId}`,
    ),
    ...yes(arm === 'treated' && why.length > 0, `${_id} is treated in spite of ${why.join(', ')}`),
    ...yes(
      open !== (arm !== null && outcome === undefined),
      `${_id}: its outcome is ${outcome ? 'read' : 'not read'}, dueAt ${dueAt}`,
    ),
  ]
}

function given({ _id, memberId, arm, couponId }: ExposureRow, { coupons }: Books): string[] {
  if (!couponId) return []
  return [
    ...yes(arm !== 'treated', `${_id} is ${arm ?? 'in no arm'} and was given ${couponId}`),
    ...yes(
      coupons.find((coupon) => coupon._id === couponId)?.memberId !== memberId,
      `${_id}: its coupon ${couponId} is not there`,
    ),
  ]
}

/** What an experiment says of its arms is the sum of the outcomes that were read. */
function counted({ _id, arms }: ExperimentRow, { exposures }: Books): string[] {
  return ARMS.flatMap((arm) => {
    const read = exposures.flatMap((row) =>
      row.experiment === _id && row.arm === arm && row.outcome ? [row.outcome] : [],
    )
    const sums = {
      n: read.length,
      bought: read.filter((outcome) => outcome.bought).length,
      redeemed: read.filter((outcome) => outcome.redeemed).length,
    }
    const told = arms[arm]
    const same = told.n === sums.n && told.bought === sums.bought && told.redeemed === sums.redeemed
    return yes(
      !same,
      `${_id} (${arm}) counts ${told.n}/${told.bought}/${told.redeemed}, its outcomes say otherwise`,
    )
  })
}
