import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Product, Sku } from '@shared/catalogue/contract'
import type { Role } from '@shared/members/contract'
import type { SkuStock } from '@shared/stores/contract'
import { Chip } from '@/ui/Chip'
import { Field } from '@/ui/Field'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Sheet } from '@/ui/Sheet'
import { toast } from '@/ui/toast'
import { Toggle } from '@/ui/Toggle'
import { FigureInput } from '../FigureInput'
import { plainStock, setDaily, setLeft, setSoldOut, useStock } from './store'
import './StockSheet.scss'

type Props = {
  readonly product: Product
  readonly sku: Sku
  readonly role: Role
  readonly onClose: () => void
}

/** What the form holds: `units` a day, null: not counted; `left` today; whether it has stopped being sold. */
type Counts = { readonly units: number | null; readonly left: number; readonly stopped: boolean }

const FIRST_UNITS = 20
const MOST_UNITS = 9999
const isCount = (n: number, least: number) => Number.isSafeInteger(n) && n >= least && n <= MOST_UNITS

const countsOf = ({ daily, today, soldOut }: SkuStock): Counts => ({
  units: daily,
  left: today?.left ?? FIRST_UNITS,
  stopped: soldOut === 'lasting',
})

/** How many there are of one size: every day, and today; and whether it is sold at all. Clerks change today's. */
export function StockSheet({ product, sku, role, onClose }: Props) {
  const stock = useStock((s) => s.skus[sku.id]) ?? plainStock(sku.id)
  const [counts, setCounts] = useState(countsOf(stock))
  const faults = faultsOf(counts)
  const save = async () => {
    const words = await saveCounts(stock, counts)
    toast(words ?? '已保存')
    if (words === null) onClose()
  }
  return (
    <Sheet
      open
      title={`${product.name} ${sku.name}`.trim()}
      onClose={onClose}
      footer={
        <PrimaryButton
          size='l'
          disabled={faults.units !== undefined || faults.left !== undefined}
          onTap={save}
        >
          保存
        </PrimaryButton>
      }
    >
      {role !== 'clerk' && <Daily counts={counts} stock={stock} fault={faults.units} onChange={setCounts} />}
      {counts.units !== null && (
        <Today counts={counts} stock={stock} fault={faults.left} onChange={setCounts} />
      )}
      <Stopped counts={counts} onChange={setCounts} />
      {role === 'clerk' && counts.units === null && (
        <Text className='stock-sheet__note'>
          这个规格不限量。要每天限量，请店主或店长来设；只是今天不卖，在列表里关掉就行，明天自动恢复
        </Text>
      )}
    </Sheet>
  )
}

function faultsOf({ units, left }: Pick<Counts, 'units' | 'left'>): {
  readonly units?: string
  readonly left?: string
} {
  if (units === null) return {}
  return {
    ...(isCount(units, 1) ? {} : { units: `每天的份数要填 1–${MOST_UNITS} 之间的整数` }),
    ...(isCount(left, 0) ? {} : { left: `剩下的份数要填 0–${MOST_UNITS} 之间的整数` }),
  }
}

/** Sends what changed; null, or the sentence of the first no. */
async function saveCounts(stock: SkuStock, { units, left, stopped }: Counts): Promise<string | null> {
  if (stopped !== (stock.soldOut === 'lasting')) {
    const refused = await setSoldOut(stock, stopped ? 'lasting' : null)
    if (refused !== null) return refused
  }
  const asked = units === stock.daily ? null : await setDaily(stock, units)
  if (asked !== null || units === null) return asked
  const now = useStock.getState().skus[stock.skuId] ?? stock
  return now.today?.left === left ? null : setLeft(now, left)
}

type PartProps = {
  readonly counts: Counts
  readonly stock: SkuStock
  readonly fault: string | undefined
  readonly onChange: (counts: Counts) => void
}

function Daily({ counts, stock, fault, onChange }: PartProps) {
  const { units } = counts
  const count = (on: boolean) =>
    onChange(
      on
        ? { ...counts, units: stock.daily ?? FIRST_UNITS, left: stock.today?.left ?? FIRST_UNITS }
        : { ...counts, units: null },
    )
  const first = stock.daily === null
  return (
    <View className='stock-sheet__part'>
      <Field label='每天限量' hint='关掉就是不限量，已经下的单不受影响'>
        <Toggle label='每天限量' on={units !== null} onChange={count} />
      </Field>
      {units !== null && (
        <Field
          label='每天备'
          hint={first ? '从现在起就按份数卖，以后每天零点补满' : '改动从明天开始；今天的在下面改'}
          {...(fault === undefined ? {} : { error: fault })}
        >
          <FigureInput
            label='每天备'
            unit='份'
            value={units}
            wrong={fault !== undefined}
            onChange={(n) => onChange({ ...counts, units: n, left: first ? n : counts.left })}
          />
        </Field>
      )}
    </View>
  )
}

function Stopped({ counts, onChange }: Pick<PartProps, 'counts' | 'onChange'>) {
  return (
    <View className='stock-sheet__part'>
      <Field label='长期停售' hint='明天也不恢复，预订也不收；只停今天，在列表里关掉就行'>
        <Toggle
          label='长期停售'
          on={counts.stopped}
          onChange={(stopped) => onChange({ ...counts, stopped })}
        />
      </Field>
    </View>
  )
}

const PRESETS = [0, 5, 10, 20]

function Today({ counts, stock, fault, onChange }: PartProps) {
  const { left } = counts
  const put = (n: number) => onChange({ ...counts, left: n })
  const step = (by: number) =>
    put(Math.min(MOST_UNITS, Math.max(0, (Number.isSafeInteger(left) ? left : 0) + by)))
  return (
    <View className='stock-sheet__part'>
      <Text className='stock-sheet__title'>今天还剩</Text>
      <View className='stock-sheet__stepper'>
        <PrimaryButton className='stock-sheet__step' tone='plain' onTap={() => step(-1)}>
          −1
        </PrimaryButton>
        <FigureInput label='今天还剩' value={left} wrong={fault !== undefined} onChange={put} />
        <PrimaryButton className='stock-sheet__step' tone='plain' onTap={() => step(1)}>
          +1
        </PrimaryButton>
      </View>
      <View className='stock-sheet__presets'>
        {PRESETS.map((n) => (
          <Chip key={n} label={n === 0 ? '卖完了' : String(n)} on={left === n} onTap={() => put(n)} />
        ))}
      </View>
      <Text
        className={fault === undefined ? 'stock-sheet__note' : 'stock-sheet__note stock-sheet__note--wrong'}
      >
        {fault ?? todayWords(stock)}
      </Text>
    </View>
  )
}

function todayWords({ today }: SkuStock): string {
  if (today === null) return '改的是今天还能卖的份数'
  const { sold, held, left } = today
  return `今天已卖 ${sold} 份，待付款 ${held} 份，还能卖 ${left} 份。改的只是还能卖的份数`
}
