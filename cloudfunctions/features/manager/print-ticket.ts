import type { ticket as contract } from '@shared/manager/contract'
import { isRefused, refuse } from '@shared/kernel/refusal'
import { ticketText } from '@shared/orders/ticket'
import type { UseCase } from '../../platform/router'
import { orderView } from '../orders'
import { storesOrder } from './change-order'
import { readCounter } from './repository'

/** Lays out a ticket and prints it; the counter's screen shows the text where no paper comes out. */
export const printTicket: UseCase<typeof contract> = async (at, ctx) => {
  const counter = await readCounter(at.storeId, ctx)
  if (isRefused(counter)) return counter
  const order = counter.orders.find((row) => row._id === at.orderId) ?? (await storesOrder(at, ctx))
  if (!order || order.paidAt === null) return refuse('ORDER_NOT_FOUND')
  const text = ticketText(orderView(order))
  const { printed } = await ctx.printer.print({ ...at, text })
  return { printed, text }
}
