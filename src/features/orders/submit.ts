import { canBeReminded } from '@shared/coupons/reminder'
import type { InputOf } from '@shared/kernel/action'
import type { place } from '@shared/orders/contract'
import { serviceTemplates, templatesOf } from '@shared/reach/asking'
import { KINDS } from '@shared/reach/kinds'
import { addressUsed } from '@/features/addresses'
import { checkedOut } from '@/features/cart'
import { useShop } from '@/features/catalogue'
import { useMe } from '@/features/members'
import { cloudNow } from '@/platform/clock'
import { replaceWith } from '@/platform/navigation'
import { pay } from '@/platform/pay'
import { askConsents } from '@/platform/subscribe'
import { toast } from '@/ui/toast'
import { placeAtNewPrice, placeOrder, stillHere, useCheckout, type Placing } from './checkout'
import { confirmPayment, putOrder } from './order'
import { orderPath } from './paths'

type PlaceInput = InputOf<typeof place>
type Bought = Pick<PlaceInput, 'storeId' | 'lines' | 'addressId'>

// From the tap until WeChat's question is answered; from then on the checkout's own `placing` holds.
let asking = false

/**
 * The submit tap. WeChat's question about messages comes first, inside the tap and before any `await`; an attempt that
 * is sent again doesn't ask again.
 */
export async function submit(input: Omit<PlaceInput, 'consents'>, visit: number): Promise<void> {
  const { unsure, placing } = useCheckout.getState()
  if (placing || asking) return
  asking = true
  const answers = unsure === null ? askConsents(messagesAbout(input)) : Promise.resolve({})
  const consents = await answers.finally(() => {
    asking = false
  })
  if (!stillHere(visit)) return
  await follow(await placeOrder({ ...input, consents }), input, visit)
}

/** This order's own news, that it is not paid yet among them (WeChat asks for three at once); and, for who has other coupons that will last a while, that one of them ends. */
function messagesAbout({ coupons: used }: Pick<PlaceInput, 'coupons'>): Readonly<Record<string, string>> {
  const templates = useShop.getState().shop?.templates ?? {}
  const { me } = useMe.getState()
  const isMember = (me?.member ?? null) !== null
  const left = (me?.coupons ?? []).filter(({ id }) => !used.includes(id))
  const reminder = left.some((coupon) => canBeReminded(coupon, cloudNow()))
  return {
    ...serviceTemplates(templates),
    ...(isMember ? templatesOf(KINDS.orderUnpaid, templates) : {}),
    ...(reminder ? templatesOf(KINDS.couponExpiring, templates) : {}),
  }
}

/** The tap that agrees to a new price. */
export async function submitAtNewPrice(bought: Bought, visit: number): Promise<void> {
  await follow(await placeAtNewPrice(), bought, visit)
}

/** The order stands: take it out of the cart, pay, show it. Who has left the checkout is not pulled back. */
async function follow(placed: Placing, { storeId, lines, addressId }: Bought, visit: number): Promise<void> {
  if (placed.kind === 'none') return
  checkedOut(storeId, lines)
  if (addressId !== null) addressUsed(addressId)
  if (!stillHere(visit)) return toast('订单已提交，可以在「订单」里查看')
  if (placed.kind === 'unpayable') {
    toast(placed.sentence)
    return replaceWith(orderPath(placed.orderId))
  }
  const { order, payment } = placed
  putOrder(order)
  if (payment !== null) {
    const result = await pay(payment)
    if (result.kind === 'paid') confirmPayment()
    if (result.kind === 'failed') toast(`支付没有成功：${result.message}`)
    if (!stillHere(visit)) return
  }
  replaceWith(orderPath(order.id))
}
