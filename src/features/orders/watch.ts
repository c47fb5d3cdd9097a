import { useEffect } from 'react'
import { cloudNow } from '@/platform/clock'
import { refreshOrder, turnToOrder, useOrder } from './order'

/**
 * Keeps one order fresh while its page is looked at: at once when it comes into view, then by itself at the pace of
 * shared/orders/refresh until that ends. Out of sight nothing is asked.
 */
export function useWatchOrder(orderId: string, visible: boolean): void {
  const heardAt = useOrder((s) => s.heardAt)
  const afterMs = useOrder((s) => s.refreshAfterMs)

  useEffect(() => {
    turnToOrder(orderId)
    if (visible && orderId !== '') void refreshOrder('hand')
  }, [orderId, visible])

  useEffect(() => {
    if (!visible || heardAt === 0 || afterMs === null) return
    const ask = () => {
      // heard meanwhile: the next wait starts from there
      if (useOrder.getState().heardAt === heardAt) void refreshOrder('own')
    }
    const timer = setTimeout(ask, Math.max(0, heardAt + afterMs - cloudNow()))
    return () => clearTimeout(timer)
  }, [visible, heardAt, afterMs])
}
