import { Text, View } from '@tarojs/components'
import { distanceText } from '@shared/catalogue/distance'
import { shopDateTime } from '@shared/kernel/time'
import type { OrderView } from '@shared/orders/contract'
import { useShop, wayName } from '@/features/catalogue'
import { copyText } from '@/platform/clipboard'
import { dial } from '@/platform/dial'
import { Field } from '@/ui/Field'
import { Icon } from '@/ui/Icon'
import { InvoiceRow } from './InvoiceRow'
import { LineRow, SumRows } from './Rows'
import './OrderFacts.scss'

const wayWords = ({ way, table }: OrderView) =>
  table === null ? wayName(way) : `${wayName(way)} · ${table} 桌`

/** The store of an order, where it is, and a call. */
export function OrderStore({ order }: { readonly order: OrderView }) {
  const store = useShop((s) => s.shop?.stores.find((x) => x.id === order.storeId) ?? null)
  return (
    <View className='order-facts__card order-facts__store'>
      <View className='order-facts__words'>
        <Text className='order-facts__name'>{order.storeName}</Text>
        {store !== null && <Text className='order-facts__address'>{store.address}</Text>}
      </View>
      {store !== null && (
        <View className='order-facts__call' onClick={() => dial(store.phone)}>
          <Icon name='phone' />
          <Text>电话</Text>
        </View>
      )}
    </View>
  )
}

/** Where a delivery goes and to whom. Emptied when the person has left. */
export function OrderDestination({ order: { destination } }: { readonly order: OrderView }) {
  if (destination === null || destination.address === '') return null
  return (
    <View className='order-facts__card order-facts__store'>
      <Icon name='pin' />
      <View className='order-facts__words'>
        <Text className='order-facts__name'>{destination.address}</Text>
        <Text className='order-facts__address'>
          {destination.name} {destination.phone} · 距门店 {distanceText(destination.distanceM)}
        </Text>
      </View>
    </View>
  )
}

/** What was ordered, what it cost, and the small print. */
export function OrderFacts({ order }: { readonly order: OrderView }) {
  const unpaid = order.paidAt === null
  return (
    <>
      <View className='order-facts__card order-facts__lines'>
        {order.lines.map((line, i) => (
          <LineRow key={i} line={line} />
        ))}
        <SumRows
          sums={order}
          fee={order.way === 'delivery' ? 'known' : 'none'}
          payLabel={unpaid ? '应付' : '实付'}
        >
          <Earns order={order} />
        </SumRows>
      </View>
      <View className='order-facts__card'>
        <Field label='下单方式'>
          <Text>{wayWords(order)}</Text>
        </Field>
        <Field label='打包方式'>
          <Text>{order.packaging}</Text>
        </Field>
        {order.note !== '' && (
          <Field label='备注'>
            <Text className='order-facts__note'>{order.note}</Text>
          </Field>
        )}
        <InvoiceRow order={order} />
        <When order={order} />
      </View>
    </>
  )
}

/** When it was placed, and the number to quote. */
function When({ order }: { readonly order: OrderView }) {
  return (
    <>
      <Field label='下单时间'>
        <Text>{shopDateTime(order.placedAt)}</Text>
      </Field>
      <Field label='订单编号'>
        <Text className='order-facts__id'>{order.id}</Text>
        <View className='order-facts__copy' onClick={() => void copyText(order.id)}>
          <Text>复制</Text>
        </View>
      </Field>
    </>
  )
}

/** The points that come with it: while it is unpaid a promise, then a fact; of one that was given back, nothing. */
function Earns({ order: { earns, paidAt, state } }: { readonly order: OrderView }) {
  const over = state === 'closing' || state === 'closed' || state === 'refunding' || state === 'refunded'
  if (earns === 0 || over) return null
  return (
    <Text className='order-facts__earns'>
      {paidAt === null ? `付款后得 ${earns} 积分` : `得 ${earns} 积分`}
    </Text>
  )
}
