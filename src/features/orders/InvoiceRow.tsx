import { Text } from '@tarojs/components'
import { useState } from 'react'
import { can } from '@shared/orders/can'
import type { OrderView } from '@shared/orders/contract'
import { Field } from '@/ui/Field'
import { InvoiceSheet } from './InvoiceSheet'

/** 发票: what was asked for, or the way to ask. */
export function InvoiceRow({ order }: { readonly order: OrderView }) {
  const [open, setOpen] = useState(false)
  const { invoice } = order
  if (!can.invoice(order) && invoice === null) return null
  const hint = invoice === null ? {} : { hint: `${invoice.title}，开好发到 ${invoice.email}` }
  const tap = can.invoice(order) ? { onTap: () => setOpen(true) } : {}
  return (
    <>
      <Field label='发票' {...hint} {...tap}>
        <Text>
          {invoice === null ? '开发票' : invoice.kind === 'company' ? '公司 · 已登记' : '个人 · 已登记'}
        </Text>
      </Field>
      {open && <InvoiceSheet invoice={invoice} onClose={() => setOpen(false)} />}
    </>
  )
}
