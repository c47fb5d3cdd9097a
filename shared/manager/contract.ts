import * as v from 'valibot'
import { action } from '../kernel/action'
import { Count, FreeText, Id, Instant, ShopDay, SomeText } from '../kernel/fields'
import { Role } from '../members/contract'
import { MOST_AT_ONCE } from '../orders/ahead'
import { OrderState, OrderView } from '../orders/order-contract'

/** An order as the counter sees it: no openid, a masked name. */
export const BoardOrder = v.object({
  ...OrderView.entries,
  memberName: v.string(),
  /** Whether the customer was told that it is ready / refunded, as far as is known. */
  notice: v.picklist(['none', 'noConsent', 'asked', 'failed']),
  /** When the staff were told a second time that nobody has accepted it; null: they were not. */
  remindedAt: v.nullable(Instant),
  /** Only while its refund is stuck: why, and what is to be done; a sentence for the shop. */
  trouble: v.exactOptional(v.string()),
})
/** Pre-orders of a later day: how many, how many of them nobody has accepted, and the units of goods to be made. */
export const AheadDay = v.object({ day: ShopDay, orders: Count, waiting: Count, units: Count })
/**
 * The counter's screen. Each staff action answers with it, so a tap is also a refresh.
 * `orders` are today's work: those paid, making, ready or on their way, and any whose refund is stuck (`trouble`), oldest
 * first. Pre-orders of later days are counted in `ahead`, until their day begins or somebody must be reminded of them.
 */
export const Board = v.object({
  storeId: Id,
  storeName: v.string(),
  role: Role,
  paused: v.boolean(),
  orders: v.array(BoardOrder),
  /** Orders beyond the 60, and the 30 on their way, that are sent. */
  hidden: Count,
  /** The next day first; [] when nothing is ordered ahead. */
  ahead: v.array(AheadDay),
  /** Differences that reconciliation found and nobody has put away; 0 for clerks. */
  alerts: Count,
})
const Answer = v.object({ board: Board })
/** With the order as it is now, for a page that shows it apart from the board. */
const AnswerWithOrder = v.object({ board: Board, order: BoardOrder })
const StoreOnly = v.strictObject({ storeId: Id })
const OneOrder = v.strictObject({ storeId: Id, orderId: Id })
const ORDER_REFUSALS = ['ORDER_NOT_FOUND', 'WRONG_STATE'] as const
/** Somebody else was faster, or the order moved on: what it is now, and the board to show. */
const orderDetails = { WRONG_STATE: v.object({ state: v.string(), board: Board }) }

/** Every manager action answers FORBIDDEN to whoever is not staff of this store at this very moment. */
export const board = action({ name: 'manager.board', input: StoreOnly, output: Answer, refusals: [] })
/**
 * The pre-orders of one later day, the soonest slot first, and how much there is of each day. `hidden` beyond the 40 that
 * wait and the 40 that are accepted.
 */
export const ahead = action({
  name: 'manager.ahead',
  input: v.strictObject({ storeId: Id, day: ShopDay }),
  output: v.object({ role: Role, days: v.array(AheadDay), orders: v.array(BoardOrder), hidden: Count }),
  refusals: [],
})
/** paid → making */
export const accept = action({
  name: 'manager.accept',
  input: OneOrder,
  output: AnswerWithOrder,
  refusals: ORDER_REFUSALS,
  details: orderDetails,
})
/**
 * paid → making for all that are on the screen, each judged by itself. `results` in the order of the ids: `accepted` for
 * those that the shop has taken on by now, by this tap or an earlier one, so that a tap whose answer was lost may be
 * repeated; `state` is what it is now, null when this store has no such order.
 */
export const acceptAll = action({
  name: 'manager.acceptAll',
  input: v.strictObject({
    storeId: Id,
    orderIds: v.pipe(v.array(Id), v.minLength(1), v.maxLength(MOST_AT_ONCE)),
  }),
  output: v.object({
    board: Board,
    results: v.array(v.object({ orderId: Id, accepted: v.boolean(), state: v.nullable(OrderState) })),
  }),
  refusals: [],
})
/** making → ready; the customer is told. */
export const ready = action({
  name: 'manager.ready',
  input: OneOrder,
  output: Answer,
  refusals: ORDER_REFUSALS,
  details: orderDetails,
})
/** ready → done at the counter, delivering → done at the customer's door. */
export const handOver = action({
  name: 'manager.handOver',
  input: OneOrder,
  output: Answer,
  refusals: ORDER_REFUSALS,
  details: orderDetails,
})
/** ready → delivering: the store's rider has set out. */
export const deliver = action({
  name: 'manager.deliver',
  input: OneOrder,
  output: Answer,
  refusals: ORDER_REFUSALS,
  details: orderDetails,
})
/** The same by the pickup number, or by the code on the customer's phone (`shared/orders/pickup-qr.ts`). Answers what to hand over. */
export const handOverByCode = action({
  name: 'manager.handOverByCode',
  input: v.strictObject({ storeId: Id, code: v.pipe(v.string(), v.trim(), v.maxLength(200)) }),
  output: AnswerWithOrder,
  refusals: [...ORDER_REFUSALS, 'CODE_UNKNOWN', 'CODE_AMBIGUOUS', 'OTHER_STORE'],
  details: { ...orderDetails, OTHER_STORE: v.object({ storeName: v.string() }) },
})
/** paid or making → refunding: the whole amount goes back and the customer is told why. */
export const refuse = action({
  name: 'manager.refuse',
  input: v.strictObject({ storeId: Id, orderId: Id, reason: v.pipe(FreeText(30), v.nonEmpty()) }),
  output: AnswerWithOrder,
  refusals: [...ORDER_REFUSALS, 'TEXT_REJECTED'],
  details: orderDetails,
})
/**
 * Gives back what is ticked of an order that was paid and, if it is done, handed over within 30 days. Packaging and
 * delivery go back with the last unit by themselves. Owner and managers only; FORBIDDEN to clerks. `refundsSeen` is how
 * many refunds the order had on the screen, so that a repeated tap, or somebody else's, never gives back twice.
 */
export const refund = action({
  name: 'manager.refund',
  input: v.strictObject({
    storeId: Id,
    orderId: Id,
    units: v.pipe(
      v.array(v.strictObject({ line: Count, units: v.pipe(Count, v.minValue(1)) })),
      v.maxLength(20),
    ),
    packaging: v.boolean(),
    delivery: v.boolean(),
    reason: SomeText(30),
    refundsSeen: Count,
  }),
  output: AnswerWithOrder,
  refusals: [...ORDER_REFUSALS, 'CHANGED_MEANWHILE', 'NOTHING_LEFT', 'TEXT_REJECTED'],
  details: { ...orderDetails, CHANGED_MEANWHILE: v.object({ order: BoardOrder }) },
})
/**
 * The store's paid orders of the last 30 days, the newest first, at most 20 before `before`; with a pickup number or a
 * scanned code those that it names. One read beyond that of the rights.
 */
export const orders = action({
  name: 'manager.orders',
  input: v.strictObject({
    storeId: Id,
    before: v.nullable(Instant),
    code: v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(100))),
  }),
  output: v.object({ orders: v.array(BoardOrder), more: v.boolean() }),
  refusals: [],
})
/** A ticket of one of the store's orders, printed where there is a printer; the text in any case, for the screen. */
export const ticket = action({
  name: 'manager.ticket',
  input: OneOrder,
  output: v.object({ printed: v.boolean(), text: v.string() }),
  refusals: ['ORDER_NOT_FOUND'],
})
/** Stops or resumes taking orders. Owner and managers only; FORBIDDEN to clerks. */
export const setPaused = action({
  name: 'manager.setPaused',
  input: v.strictObject({ storeId: Id, paused: v.boolean() }),
  output: Answer,
  refusals: [],
})

export type BoardOrder = v.InferOutput<typeof BoardOrder>
export type AheadDay = v.InferOutput<typeof AheadDay>
export type Board = v.InferOutput<typeof Board>
