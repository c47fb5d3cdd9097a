import type { Menu } from '@shared/catalogue/contract'
import { isRefused } from '@shared/kernel/refusal'
import type { CartLine, OrderView } from '@shared/orders/contract'
import { unitPrice } from '@shared/pricing/unit-price'
import { addLines, missingNames } from '@/features/cart'
import { chooseStore, soldOutAt, useShop } from '@/features/catalogue'
import { goTo, TABS } from '@/platform/navigation'
import { toast } from '@/ui/toast'

const offers = ({ products }: Menu, { productId, skuId, choices }: Omit<CartLine, 'qty'>): boolean => {
  const product = products.find((p) => p.id === productId)
  return product !== undefined && !isRefused(unitPrice(product, skuId, choices))
}

/** The lines of an old order that today's menu still offers in the same making. */
export function offeredLines(order: Pick<OrderView, 'lines'>, menu: Menu): CartLine[] {
  return order.lines
    .filter((line) => offers(menu, line))
    .map(({ productId, skuId, choices, qty }) => ({ productId, skuId, choices: [...choices], qty }))
}

const without = (names: readonly string[], what: string): string[] =>
  names.length === 0 ? [] : [`${[...new Set(names)].join('、')} ${what}`]

/**
 * 再来一单: the same lines into the same store's cart, then the menu with its cart bar, at today's prices. Says by name what
 * is off the menu, and what has sold out and lies aside in the cart.
 */
export function reorder(order: Pick<OrderView, 'lines' | 'storeId'>): void {
  const { menu, shop } = useShop.getState()
  if (menu === null || shop === null) return toast('菜单还没有取到，请稍后再试')
  if (!shop.stores.some((s) => s.id === order.storeId))
    return toast('这家门店已经不在了，请去菜单里选别的门店')
  const lines = offeredLines(order, menu)
  if (lines.length === 0) return toast('这些商品都换新了，去菜单里看看吧')
  chooseStore(order.storeId)
  addLines(lines)
  goTo(TABS.menu)
  toast(putWords(order.lines, lines, menu, soldOutAt(useShop.getState(), order.storeId)))
}

/** 馄饨 已下架，拿铁 卖完了，其余已放进购物车 */
function putWords(
  ordered: OrderView['lines'],
  lines: readonly CartLine[],
  menu: Menu,
  soldOut: readonly string[],
): string {
  const gone = ordered.filter((line) => !offers(menu, line)).map(({ name }) => name)
  const missing = [
    ...without(gone, '已下架'),
    ...without(missingNames(lines, menu, soldOut), '卖完了，先放一边'),
  ]
  if (missing.length === 0) return '已放进购物车'
  const rest = lines.some(({ skuId }) => !soldOut.includes(skuId))
  return [...missing, ...(rest ? ['其余已放进购物车'] : [])].join('，')
}
