import { Text } from '@tarojs/components'
import type { StoreDraft } from '@shared/stores/contract'
import { Field } from '@/ui/Field'
import { Toggle } from '@/ui/Toggle'
import type { Edit } from '../edit'
import { Fault, Figures, replaced, type FigureRow } from '../parts'
import { Bands } from './Bands'
import { FIRST_DELIVERY, FIRST_FREE_FROM_FEN, withWay } from './ways'

type Delivery = NonNullable<StoreDraft['delivery']>

/** 外送: whether, how far, from how much on, and what it costs. */
export function DeliverySection({ draft, put, fault }: Edit<StoreDraft>) {
  const on = draft.ways.includes('delivery')
  const toggle = (wanted: boolean) =>
    put({
      ways: withWay(draft.ways, 'delivery', wanted),
      ...(wanted && draft.delivery === null ? { delivery: FIRST_DELIVERY } : {}),
    })
  return (
    <>
      <Field label='开通外送' hint='由你们自己送'>
        <Toggle label='开通外送' on={on} onChange={toggle} />
      </Field>
      <Fault words={fault('ways')} />
      {on && draft.delivery !== null && (
        <Terms delivery={draft.delivery} fault={fault} onChange={(delivery) => put({ delivery })} />
      )}
    </>
  )
}

type TermsProps = {
  readonly delivery: Delivery
  readonly fault: (field: string) => string | undefined
  readonly onChange: (delivery: Delivery) => void
}

const FIGURES: readonly FigureRow<Delivery>[] = [
  { name: 'radiusM', label: '配送距离', unit: '公里', scale: 1000, hint: '从店到顾客的直线距离' },
  { name: 'minimumFen', label: '起送金额', prefix: '¥', scale: 100 },
  { name: 'minutes', label: '路上大约', unit: '分钟' },
]
const FREE: readonly FigureRow<Delivery>[] = [
  { name: 'freeFromFen', label: '点满多少免', prefix: '¥', scale: 100 },
]

function Terms({ delivery, fault, onChange }: TermsProps) {
  // the last band goes as far as delivery does
  const put = (change: Partial<Delivery>) => {
    const next = { ...delivery, ...change }
    onChange({ ...next, bands: replaced(next.bands, next.bands.length - 1, { toM: next.radiusM }) })
  }
  const free = delivery.freeFromFen !== null
  const figures = { of: delivery, field: 'delivery.', fault, onChange: put }
  return (
    <>
      <Figures {...figures} rows={FIGURES} />
      <Text className='editor__title'>配送费</Text>
      <Bands bands={delivery.bands} fault={fault} onChange={(bands) => put({ bands })} />
      <Field label='满额免配送费'>
        <Toggle
          label='满额免配送费'
          on={free}
          onChange={(on) => put({ freeFromFen: on ? FIRST_FREE_FROM_FEN : null })}
        />
      </Field>
      {free && <Figures {...figures} rows={FREE} />}
    </>
  )
}
