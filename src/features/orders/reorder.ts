import type { Menu } from '@shared/catalogue/contract'
import { isRefused } from '@shared/kernel/refusal'
import type { CartLine, OrderView } from '@shared/orders/contract'
import { unitPrice } from '@shared/pricing/unit-price'
import { addLines } from '@/features/cart'
import { chooseStore, useShop } from '@/features/catalogue'
import { goTo, TABS } from '@/platform/navigation'
import { toast } from '@/ui/toast'

/** The lines of an old order that today's menu still offers in the same making. */
export function offeredLines(order: Pick<OrderView, 'lines'>, menu: Menu): CartLine[] {
  return order.lines.flatMap(({ productId, skuId, choices, qty }) => {
    const product = menu.products.find((p) => p.id === productId)
    if (product === undefined || isRefused(unitPrice(product, skuId, choices))) return []
    return [{ productId, skuId, choices: [...choices], qty }]
  })
}

/** 再来一单: the same lines into the same store's cart, then the menu with its cart bar. */
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
  toast(lines.length < order.lines.length ? '已放进购物车，有些商品已下架' : '已放进购物车')
}
