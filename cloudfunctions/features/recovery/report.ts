import { cardOf } from '@shared/experiments/card'
import { readout, type Outcome } from '@shared/experiments/readout'
import { isRefused } from '@shared/kernel/refusal'
import type * as contract from '@shared/recovery/contract'
import type { LeftOrder } from '@shared/recovery/contract'
import type { ExperimentRow, ExposureRow, JobRow, OrderRow } from '../../database/rows'
import type { UseCase } from '../../platform/router'
import { readShop } from '../catalogue'
import { ordersById } from '../orders'
import { jobsById } from '../reach'
import { requireManager } from '../staff'
import { unpaidJobOf } from './remind-unpaid'
import { experimentIdOf, exposureQueries, recoveryRepository } from './repository'

const LATEST = 20

/** The card is read off every member of the comparison whose week is over, whichever arm they drew. */
export const readReport: UseCase<typeof contract.report> = async (_input, ctx) => {
  const manager = await requireManager(ctx)
  if (isRefused(manager)) return manager
  const { recovery } = await readShop(ctx.db)
  if (!recovery) return { on: false, running: null, latest: [] }
  const id = experimentIdOf(recovery.version)
  const exposures = exposureQueries(ctx.db)
  const [experiment, rows, latest] = await Promise.all([
    recoveryRepository(ctx.db).experiment(id),
    exposures.allOf(id),
    exposures.newest(LATEST),
  ])
  const [orders, jobs] = await Promise.all([
    ordersById(
      ctx.db,
      latest.map(({ _id }) => _id),
    ),
    jobsById(
      ctx.db,
      latest.map(({ _id }) => unpaidJobOf(_id)),
    ),
  ])
  const outcomes = rows.flatMap(outcomeOf)
  return {
    on: recovery.on,
    running: experiment && {
      version: recovery.version,
      coupon: recovery.coupon?.title ?? null,
      startedAt: recovery.startedAt,
      readoutAt: recovery.readoutAt,
      treated: rows.filter(({ arm }) => arm === 'treated').length,
      control: rows.filter(({ arm }) => arm === 'control').length,
      card: [...cardOf(readout(outcomes, planOf(experiment), ctx.now))],
    },
    latest: latest.map((row) => viewOf(row, orders, jobs)),
  }
}

const planOf = ({ plan }: ExperimentRow) => ({
  controlBp: 10_000 - plan.chanceBp,
  readoutAt: plan.readoutAt,
  expectedShare: plan.expectedBp / 10_000,
  worthKnowing: plan.worthKnowingBp / 10_000,
})

const outcomeOf = ({ arm, outcome }: ExposureRow): Outcome[] =>
  arm === null || !outcome
    ? []
    : [{ arm, bought: outcome.bought, marginFen: outcome.marginFen, couponFen: outcome.couponFen }]

function viewOf(
  { _id, at, arm, why, couponId, outcome }: ExposureRow,
  orders: readonly OrderRow[],
  jobs: readonly JobRow[],
): LeftOrder {
  const order = orders.find((one) => one._id === _id)
  return {
    orderId: _id,
    at,
    arm,
    why: [...why],
    given: couponId != null,
    bought: outcome?.bought ?? null,
    member: order?.memberName ?? '',
    goods: order?.lines.map((line) => `${line.name}×${line.qty}`).join('、') ?? '',
    payFen: order?.payFen ?? 0,
    reminder: reminderOf(jobs.find((job) => job._id === unpaidJobOf(_id))),
  }
}

function reminderOf(job: JobRow | undefined): LeftOrder['reminder'] {
  if (!job) return null
  if (job.state === 'sent') return job.channel === 'inApp' ? 'inApp' : 'pushed'
  if (job.state === 'skipped') return job.reason === 'orderPaid' ? 'paid' : 'held'
  return job.state === 'dead' || job.state === 'unknown' ? 'failed' : 'held'
}
