import type { StoreDraft } from '@shared/stores/contract'
import { chooseLocation } from '@/platform/choose'
import { openSettings } from '@/platform/location'
import { Field } from '@/ui/Field'
import { TextRow } from '@/ui/TextRow'
import { toast } from '@/ui/toast'
import type { Edit } from '../edit'
import { Figures, type FigureRow } from '../parts'

const LINES = [
  { name: 'name', label: '店名', max: 30, placeholder: '顾客看到的名字' },
  { name: 'phone', label: '电话', max: 20, placeholder: '手机或带区号的座机' },
  { name: 'address', label: '地址', max: 70, placeholder: '顾客怎么找到你' },
] as const
const FIGURES: readonly FigureRow<StoreDraft>[] = [
  { name: 'secondsPerUnit', label: '每份制作时间', unit: '秒', hint: '用来估计顾客要等多久' },
]

/** Who the store is and where it stands. */
export function InfoSection({ draft, put, fault }: Edit<StoreDraft>) {
  const pick = async () => {
    const place = await chooseLocation()
    if (place.kind === 'chosen') {
      const { lat, lng, address } = place
      put({ lat, lng, ...(draft.address.trim() === '' ? { address } : {}) })
    } else if (place.kind === 'unavailable') toast('这里打不开地图，请在微信里选')
    else if (place.forGood) await openSettings()
  }
  return (
    <>
      {LINES.map(({ name, ...line }) => (
        <TextRow
          key={name}
          {...line}
          value={draft[name]}
          error={fault(name)}
          onInput={(words) => put({ [name]: words })}
        />
      ))}
      <Place draft={draft} fault={fault('place')} onTap={pick} />
      <Figures of={draft} rows={FIGURES} field='' fault={fault} onChange={put} />
    </>
  )
}

type PlaceProps = {
  readonly draft: StoreDraft
  readonly fault: string | undefined
  readonly onTap: () => unknown
}

function Place({ draft, fault, onTap }: PlaceProps) {
  return (
    <Field
      label='地图位置'
      hint='按它算顾客离店多远、能不能送到'
      {...(fault === undefined ? {} : { error: fault })}
      onTap={() => void onTap()}
    >
      {`${draft.lat.toFixed(4)}，${draft.lng.toFixed(4)}`}
    </Field>
  )
}
