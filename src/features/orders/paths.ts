/** Pages of the orders room, for who leads there. */
export const CHECKOUT = '/features/orders/pages/checkout/index'
export const orderPath = (orderId: string): string =>
  `/features/orders/pages/detail/index?id=${encodeURIComponent(orderId)}`
