import { Defect } from '@shared/kernel/refusal'
import { goodsPaidOf } from '@shared/points/earn'
import { availableAt, clawBackDue, commissionLeft } from '@shared/promoters/commission'
import { clawBack, credit } from '@shared/promoters/ledger'
import type { OrderRow, RefundRow } from '../../database/rows'
import type { Reaction } from '../../platform/ctx'
import { unset } from '../../platform/query'
import { book } from './book'
import { promoterRepository } from './repository'

/**
 * `order.paid`: the commission is promised at once, in the transaction that books the payment. Whether the promoter is in
 * good standing is asked now and not at placing: the account has to be read to be written anyway, so it costs nothing,
 * and who was banned while the customer paid earns nothing. One read and three writes; an order without a promoter, or
 * one that pays nothing, costs nothing.
 */
export const promiseCommission: Reaction<OrderRow> = async (db, order, { now }) => {
  const { _id, promoter, commissionTerms: terms, lines } = order
  if (promoter == null || terms === undefined) return
  const amountFen = commissionLeft(lines, terms.rateBps)
  if (amountFen === 0) return
  const promoters = promoterRepository(db)
  const account = await promoters.account(promoter)
  if (!account?.earning) return
  await promoters.promise({
    _id,
    promoter,
    ...terms,
    baseFen: goodsPaidOf(order),
    amountFen,
    clawedFen: 0,
    paidAt: now,
    state: 'pending',
    availableAt: null,
    dueAt: availableAt(now, terms.returnDays),
  })
  await book(db, account, {
    kind: 'credit',
    source: _id,
    fen: amountFen,
    postings: credit(amountFen),
    at: now,
  })
}

/**
 * `order.refunded`: takes back what the order no longer pays (law 9), from what is pending of this very order, then from
 * what is available; the rest is owed. `order` is the row before this refund or with it. One read where the promoter
 * earned nothing or nothing is due, else two reads and three writes.
 */
export const clawBackCommission: Reaction<{
  readonly order: OrderRow
  readonly refund: RefundRow
}> = async (db, { order, refund }, { now }) => {
  const terms = order.commissionTerms
  if (terms === undefined) return
  const promoters = promoterRepository(db)
  const commission = await promoters.commission(order._id)
  if (!commission) return
  const refunds = [...order.refunds.filter(({ no }) => no !== refund.no), refund]
  const due = clawBackDue(commission, commissionLeft(order.lines, terms.rateBps, refunds))
  if (due <= 0) return
  const account = await promoters.account(commission.promoter)
  if (!account) throw new Defect('a commission without an account', { orderId: order._id })
  const pending = commission.state === 'pending'
  const leftFen = commission.amountFen - commission.clawedFen
  const clawedFen = commission.clawedFen + due
  await promoters.changeCommission(order._id, {
    clawedFen,
    ...(pending && leftFen === due ? { state: 'clawed', dueAt: unset() } : {}),
  })
  const postings = clawBack(account, due, pending ? leftFen : 0)
  await book(db, account, { kind: 'clawBack', source: refund.no, fen: due, postings, at: now })
}

/**
 * `order.done`: from receipt on, the promoter sees the day on which it becomes theirs. One write, after that of the order;
 * should it be lost in a crash, the daily turn asks the order itself.
 */
export const dateCommission: Reaction<OrderRow> = async (db, { _id, commissionTerms: terms }, { now }) => {
  if (terms === undefined) return
  const at = availableAt(now, terms.returnDays)
  await promoterRepository(db).changeCommission(_id, { availableAt: at, dueAt: at })
}
