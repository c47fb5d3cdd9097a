/** The page of one order. */
export const orderPath = (orderId: string): string =>
  `/features/orders/pages/detail/index?id=${encodeURIComponent(orderId)}`
