import { lastOf } from '@shared/kernel/lists'
import { Text, View } from '@tarojs/components'
import type { ShopDraft } from '@shared/stores/contract'
import { pointsSentence, priceWords } from '@shared/stores/words'
import type { Edit } from '../edit'
import { Add, Fault, Figures, LineInput, Remove, replaced, without, type FigureRow } from '../parts'
import { placeholderId } from '../store/ways'
import { EXAMPLE_FEN } from './PointsSection'

type Loyalty = ShopDraft['loyalty']
type Tier = Loyalty['tiers'][number]

/** What members are by what they spent in 90 days, and what each tier has. */
export function TiersSection({ draft, put, fault }: Edit<ShopDraft>) {
  const { loyalty } = draft
  const { tiers } = loyalty
  const change = (next: Tier[]) => put({ loyalty: { ...loyalty, tiers: next } })
  return (
    <>
      <Text className='editor__hint'>按最近 90 天的消费自动升降；发出去的券不受影响。</Text>
      {tiers.map((tier, i) => (
        <TierCard
          key={tier.id}
          tier={tier}
          at={i}
          loyalty={loyalty}
          fault={fault}
          onChange={(part) => change(replaced(tiers, i, part))}
          onRemove={() => change(without(tiers, i))}
        />
      ))}
      <Fault words={fault('loyalty.tiers')} />
      <Add words='加一个等级' onTap={() => change([...tiers, nextTier(tiers)])} />
    </>
  )
}

/** A step above the last one, with nothing better yet. */
function nextTier(tiers: readonly Tier[]): Tier {
  const id = placeholderId('new-t', tiers)
  const last = lastOf(tiers)
  if (last === undefined) return { id, name: '', fromFen: 0, priceBp: 10_000, pointsBp: 10_000 }
  return { ...last, id, name: '', fromFen: Math.max(10_000, last.fromFen * 2) }
}

type CardProps = {
  readonly tier: Tier
  readonly at: number
  readonly loyalty: Loyalty
  readonly fault: (field: string) => string | undefined
  readonly onChange: (part: Partial<Tier>) => void
  readonly onRemove: () => void
}

const FIGURES: readonly FigureRow<Tier>[] = [
  { name: 'fromFen', label: '消费满', prefix: '¥', scale: 100 },
  { name: 'priceBp', label: '会员价', unit: '折', scale: 1000, hint: '10 折就是原价' },
  { name: 'pointsBp', label: '积分', unit: '倍', scale: 10_000 },
]

function TierCard({ tier, at, loyalty, fault, onChange, onRemove }: CardProps) {
  const name = tier.name === '' ? `第 ${at + 1} 级` : tier.name
  const field = `loyalty.tiers.${at}.`
  return (
    <View className='editor__card'>
      <View className='editor__row'>
        <LineInput
          label={`第 ${at + 1} 级名称`}
          value={tier.name}
          max={10}
          placeholder='等级名称'
          onInput={(words) => onChange({ name: words })}
        />
        <Remove label={`删掉 ${name}`} onTap={onRemove} />
      </View>
      <Fault words={fault(`${field}name`) ?? fault(`${field}id`)} />
      <Figures of={tier} rows={FIGURES} field={field} fault={fault} onChange={onChange} />
      <Text className='editor__preview'>
        {`${name}：${priceWords(tier.priceBp)}，${pointsSentence(loyalty, tier, EXAMPLE_FEN)}`}
      </Text>
    </View>
  )
}
