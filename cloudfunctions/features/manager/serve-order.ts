import type * as contract from '@shared/manager/contract'
import { isRefused } from '@shared/kernel/refusal'
import { can } from '@shared/orders/can'
import type { Ctx } from '../../platform/ctx'
import type { UseCase } from '../../platform/router'
import { askNotice, notifyCustomer } from '../orders'
import { boardOrder, boardView, withOrder } from './board'
import { changeOrder, recordDeed } from './change-order'

export const accepted = ({ now, memberId }: Ctx) =>
  ({ state: 'making', acceptedAt: now, acceptedBy: memberId }) as const

/** paid → making. From here on the drink is made and the money is the shop's: who took it on stays on record. */
export const acceptOrder: UseCase<typeof contract.accept> = async (at, ctx) => {
  const done = await changeOrder(
    at,
    {
      allowed: can.accept,
      change: () => accepted(ctx),
    },
    ctx,
  )
  if (isRefused(done)) return done
  recordDeed('manager.accepted', done.order, ctx)
  return { board: boardView(done.counter), order: boardOrder(done.order) }
}

/** making → ready. The notice is marked in the same write and then sent: at most one, whatever happens in between. */
export const readyOrder: UseCase<typeof contract.ready> = async (at, ctx) => {
  const done = await changeOrder(
    at,
    {
      allowed: can.ready,
      change: (order) => ({ state: 'ready', readyAt: ctx.now, ...askNotice(order, 'ORDER_READY') }),
    },
    ctx,
  )
  if (isRefused(done)) return done
  const notice = await notifyCustomer(done.order, 'ORDER_READY', ctx)
  return { board: boardView(withOrder(done.counter, { ...done.order, notice })) }
}
