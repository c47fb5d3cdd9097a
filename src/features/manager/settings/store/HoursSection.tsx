import { Text } from '@tarojs/components'
import type { StoreDraft } from '@shared/stores/contract'
import type { Edit } from '../edit'
import { HoursEditor } from '../HoursEditor'

/** When the store is open on ordinary days. */
export function HoursSection({ draft, put, fault }: Edit<StoreDraft>) {
  return (
    <>
      <Text className='editor__hint'>每天的营业时间。全天营业填 00:00 至 24:00；中午休息就分成两段。</Text>
      <HoursEditor hours={draft.hours} field='hours' fault={fault} onChange={(hours) => put({ hours })} />
    </>
  )
}
