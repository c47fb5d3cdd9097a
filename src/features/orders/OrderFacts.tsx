import { Text, View } from '@tarojs/components'
import { shopDateTime } from '@shared/kernel/time'
import type { OrderView } from '@shared/orders/contract'
import { useShop } from '@/features/catalogue'
import { dial } from '@/platform/dial'
import { Field } from '@/ui/Field'
import { Icon } from '@/ui/Icon'
import { LineRow, SumRows } from './Rows'
import './OrderFacts.scss'

const wayWords = (order: OrderView) =>
  order.way === 'pickup' ? '自取' : order.table === null ? '堂食' : `堂食 · ${order.table} 桌`

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

/** What was ordered, what it cost, and the small print. */
export function OrderFacts({ order }: { readonly order: OrderView }) {
  const unpaid = order.paidAt === null
  return (
    <>
      <View className='order-facts__card order-facts__lines'>
        {order.lines.map((line, i) => (
          <LineRow key={i} line={line} />
        ))}
        <SumRows {...order} payLabel={unpaid ? '应付' : '实付'} />
      </View>
      <View className='order-facts__card'>
        <Field label='取餐方式'>
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
        <Field label='下单时间'>
          <Text>{shopDateTime(order.placedAt)}</Text>
        </Field>
        <Field label='订单编号'>
          <Text className='order-facts__id' selectable>
            {order.id}
          </Text>
        </Field>
      </View>
    </>
  )
}
