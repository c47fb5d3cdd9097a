import { Text } from '@tarojs/components'
import { MINUTE_MS } from '@shared/kernel/time'
import type { ShopDraft } from '@shared/stores/contract'
import type { Edit } from '../edit'
import { FigureField } from '../parts'

/** How long customers have to pay, and staff to accept. */
export function TimesSection({ draft, put, fault }: Edit<ShopDraft>) {
  const { acceptance, payWithinMs } = draft
  return (
    <>
      <FigureField
        label='付款时限'
        unit='分钟'
        hint='下单后多久没付款就自动取消'
        value={payWithinMs / MINUTE_MS}
        fault={fault('payWithinMs')}
        onChange={(n) => put({ payWithinMs: n * MINUTE_MS })}
      />
      <FigureField
        label='没接单，再提醒'
        unit='分钟'
        hint='付款后过了这么久还没接，再提醒店员一次'
        value={acceptance.remindMs / MINUTE_MS}
        fault={fault('acceptance.remindMs')}
        onChange={(n) => put({ acceptance: { ...acceptance, remindMs: n * MINUTE_MS } })}
      />
      <FigureField
        label='没接单，自动退款'
        unit='分钟'
        hint='还是没人接，钱全额退给顾客'
        value={acceptance.refundMs / MINUTE_MS}
        fault={fault('acceptance.refundMs')}
        onChange={(n) => put({ acceptance: { ...acceptance, refundMs: n * MINUTE_MS } })}
      />
      <Text className='editor__hint'>已经下的单按下单时的时限算。</Text>
    </>
  )
}
