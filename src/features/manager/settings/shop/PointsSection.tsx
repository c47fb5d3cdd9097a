import { Text, View } from '@tarojs/components'
import type { ShopDraft } from '@shared/stores/contract'
import { pointsSentence } from '@shared/stores/words'
import { Field } from '@/ui/Field'
import { Toggle } from '@/ui/Toggle'
import type { Edit } from '../edit'
import { Figures, type FigureRow } from '../parts'

type Loyalty = ShopDraft['loyalty']

/** What the example sentence is about. */
export const EXAMPLE_FEN = 3500

const EARNED: readonly FigureRow<Loyalty>[] = [
  { name: 'pointsPerYuan', label: '每消费 1 元得', unit: '积分' },
]
const WORTH: readonly FigureRow<Loyalty>[] = [
  { name: 'pointFen', label: '1 积分抵', unit: '元', scale: 100, hint: '0 就是不能抵钱，只能换券' },
  { name: 'mostShareBp', label: '一单最多抵', unit: '%', scale: 100, hint: '按优惠后的商品金额算' },
  { name: 'validMonths', label: '积分有效期', unit: '个月' },
]

/** How points are earned, and what they are worth. */
export function PointsSection({ draft, put, fault }: Edit<ShopDraft>) {
  const { loyalty } = draft
  const change = (part: Partial<Loyalty>) => put({ loyalty: { ...loyalty, ...part } })
  const on = loyalty.pointsPerYuan !== 0
  return (
    <>
      <Field label='消费得积分'>
        <Toggle label='消费得积分' on={on} onChange={(wanted) => change({ pointsPerYuan: wanted ? 1 : 0 })} />
      </Field>
      {on && <Figures of={loyalty} rows={EARNED} field='loyalty.' fault={fault} onChange={change} />}
      <Figures of={loyalty} rows={WORTH} field='loyalty.' fault={fault} onChange={change} />
      {on && (
        <View className='editor__row'>
          <Text className='editor__preview'>
            {pointsSentence(loyalty, loyalty.tiers[0] ?? null, EXAMPLE_FEN)}
          </Text>
        </View>
      )}
      <Text className='editor__hint'>改动从下一单开始算；顾客已经有的积分不变。</Text>
    </>
  )
}
