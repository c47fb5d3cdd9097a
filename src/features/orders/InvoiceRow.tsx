import { Text } from '@tarojs/components'
import { useState } from 'react'
import type { OrderView } from '@shared/orders/contract'
import { Field } from '@/ui/Field'
import { InvoiceSheet } from './InvoiceSheet'

/** Money was paid, and some of it stayed with the shop. */
const canInvoice = ({ paidAt, payFen, refundedFen, state }: OrderView): boolean =>
  paidAt !== null && payFen > refundedFen && state !== 'refunding' && state !== 'refunded'

/** 发票: what was asked for, or the way to ask. */
export function InvoiceRow({ order }: { readonly order: OrderView }) {
  const [open, setOpen] = useState(false)
  const { invoice } = order
  if (!canInvoice(order) && invoice === null) return null
  const hint = invoice === null ? {} : { hint: `${invoice.title}，开好发到 ${invoice.email}` }
  const tap = canInvoice(order) ? { onTap: () => setOpen(true) } : {}
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
