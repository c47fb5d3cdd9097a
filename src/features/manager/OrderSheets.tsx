import type { BoardOrder } from '@shared/manager/contract'
import type { Role } from '@shared/members/contract'
import { toast } from '@/ui/toast'
import { OrderMenu } from './OrderMenu'
import { RefundSheet } from './RefundSheet'
import { refundUnits } from './refunds'
import { TicketSheet } from './office/TicketSheet'
import { RefuseSheet } from './RefuseSheet'
import { refuseOrder } from './store'

/** Which sheet lies over the list, and for which order. */
export type OpenSheet = { readonly what: 'menu' | 'refuse' | 'refund' | 'ticket'; readonly orderId: string }
type Props = {
  readonly orders: readonly BoardOrder[]
  /** null: not known; the cloud decides. */
  readonly role: Role | null
  readonly open: OpenSheet | null
  readonly onOpen: (open: OpenSheet | null) => void
}

/** What can be done with one order besides its next tap. A sheet goes with its order when that leaves the list. */
export function OrderSheets({ orders, role, open, onOpen }: Props) {
  const order = orders.find((o) => o.id === open?.orderId)
  if (open === null || order === undefined) return null
  const close = () => onOpen(null)
  if (open.what === 'menu')
    return (
      <OrderMenu order={order} role={role} onClose={close} onOpen={(what) => onOpen({ ...open, what })} />
    )
  if (open.what === 'ticket') return <TicketSheet order={order} onClose={close} />
  if (open.what === 'refund')
    return (
      <RefundSheet
        order={order}
        onClose={close}
        onRefund={async (wish, reason) => {
          const words = await refundUnits(order, wish, reason)
          if (words === null) toast('已退款，钱原路退回')
          return words
        }}
      />
    )
  const refuse = async (reason: string) => {
    toast((await refuseOrder(order.id, reason)) ?? '已拒单，退款在路上')
    close()
  }
  return <RefuseSheet order={order} onClose={close} onRefuse={refuse} />
}
