import { Text, View } from '@tarojs/components'
import { shopDateTime } from '@shared/kernel/time'
import type { BoardOrder } from '@shared/manager/contract'
import type { Role } from '@shared/members/contract'
import { can } from '@shared/orders/can'
import { cloudNow } from '@/platform/clock'
import { Field } from '@/ui/Field'
import { Sheet } from '@/ui/Sheet'
import { nothingLeft } from './refund-choice'
import { RefundHistory } from './RefundHistory'
import { NOT_A_CLERKS } from './refunds'
import { stateLabel, wayOf } from './words'
import './OrderMenu.scss'

type Props = {
  readonly order: BoardOrder
  readonly role: Role | null
  readonly onClose: () => void
  readonly onOpen: (what: 'refuse' | 'refund' | 'ticket') => void
}

/** Everything else about one order: what went back, when it happened, and what can still be done. */
export function OrderMenu({ order, role, onClose, onOpen }: Props) {
  return (
    <Sheet open title={`${order.pickupCode} · ${wayOf(order)}`} onClose={onClose}>
      <RefundRow order={order} role={role} onTap={() => onOpen('refund')} />
      <Field label='小票' hint='打印或看一眼要做什么' onTap={() => onOpen('ticket')} />
      <View className='order-menu__facts'>
        <Field label='状态'>
          <Text>{stateLabel(order)}</Text>
        </Field>
        {MOMENTS.map(([label, field]) => {
          const at = order[field]
          return at === null ? null : (
            <Field key={field} label={label}>
              <Text className='order-menu__at'>{shopDateTime(at)}</Text>
            </Field>
          )
        })}
        {order.state === 'done' && order.closedReason !== '' && (
          <Field label='说明'>
            <Text className='order-menu__why'>{order.closedReason}</Text>
          </Field>
        )}
        <Field label='订单编号'>
          <Text className='order-menu__id' selectable>
            {order.id}
          </Text>
        </Field>
      </View>
      <RefundHistory order={order} />
    </Sheet>
  )
}

const MOMENTS = [
  ['付款', 'paidAt'],
  ['接单', 'acceptedAt'],
  ['做好', 'readyAt'],
  ['出发', 'deliveringAt'],
  ['完成', 'doneAt'],
] as const

function RefundRow({ order, role, onTap }: Pick<Props, 'order' | 'role'> & { readonly onTap: () => void }) {
  if (role === 'clerk') return <Field label='退款' hint={NOT_A_CLERKS} />
  if (!can.giveBack(order, cloudNow())) return <Field label='退款' hint={whyNoRefund(order)} />
  if (nothingLeft(order)) return <Field label='退款' hint='已经全部退过了' />
  return <Field label='退款' hint='可以只退其中几份' onTap={onTap} />
}

const whyNoRefund = ({ state }: BoardOrder): string =>
  state === 'done' ? '完成超过 30 天，请到微信支付商户平台退款' : '这单已经全额退款'
