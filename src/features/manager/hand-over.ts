import type { BoardOrder } from '@shared/manager/contract'
import { MANAGER_SENTENCES } from '@shared/manager/sentences'
import type { OrderState } from '@shared/orders/contract'
import { parsePickup } from '@shared/orders/pickup-qr'
import { SYSTEM_SENTENCES } from '@shared/kernel/sentences'
import type { Scanned } from '@/platform/types'
import { api } from './api'
import { inTurn, take } from './store'

/** What became of a code: the order that is to be handed over, or why there is none. */
export type HandedOver =
  | { readonly kind: 'done'; readonly order: BoardOrder }
  | { readonly kind: 'no'; readonly pickupCode: string; readonly words: string }

/** A code of the mini-program itself (a poster, a table) leads to a page, and is nobody's order. */
export const NOT_A_PICKUP_CODE = '这不是取餐码，请扫顾客订单页上的码'
const NOT_YET: Readonly<Partial<Record<OrderState, string>>> = {
  pendingPay: '这单还没付款，先别交',
  closing: '这单没有付款，已取消',
  closed: '这单没有付款，已取消',
  paid: '这单还没接单，接单做好后再交',
  making: '这单还在做，点「做好了」再交',
  ready: '这是外送单，点「出发配送」再送',
  done: '这单已经取走了，不要再交一次',
  refunding: '这单已经退款，不用再交',
  refunded: '这单已经退款，不用再交',
}

/** What the scanner answered, as a code to hand over by. */
export const handOverScanned = async (storeId: string, scanned: Scanned): Promise<HandedOver> =>
  scanned.kind === 'page'
    ? { kind: 'no', pickupCode: '', words: NOT_A_PICKUP_CODE }
    : handOverByCode(storeId, scanned.text)

/** Hands over what the customer's code or a pickup number names: one call. What is neither costs none. */
export async function handOverByCode(storeId: string, code: string): Promise<HandedOver> {
  const said = parsePickup(code)
  if (said === null) return { kind: 'no', pickupCode: '', words: NOT_A_PICKUP_CODE }
  const { pickupCode } = said
  const answered = await inTurn('handOver', async (): Promise<HandedOver> => {
    const answer = await api.handOverByCode(storeId, code.trim())
    const words = take(storeId, answer)
    if (answer.ok) return { kind: 'done', order: answer.data.order }
    return { kind: 'no', pickupCode, words: whyNot(answer) ?? words ?? '' }
  })
  return answered ?? { kind: 'no', pickupCode, words: SYSTEM_SENTENCES.BUSY }
}

type No = Exclude<Awaited<ReturnType<(typeof api)['handOverByCode']>>, { readonly ok: true }>

function whyNot(no: No): string | null {
  if (no.code === 'WRONG_STATE') return NOT_YET[no.details.state as OrderState] ?? null
  if (no.code === 'OTHER_STORE') return `${MANAGER_SENTENCES.OTHER_STORE}，请顾客到${no.details.storeName}取`
  return null
}
