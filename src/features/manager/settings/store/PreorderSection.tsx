import { Text, View } from '@tarojs/components'
import type { StoreDraft } from '@shared/stores/contract'
import { Field } from '@/ui/Field'
import { Toggle } from '@/ui/Toggle'
import type { Edit } from '../edit'
import { Add, Fault, FigureField, LineInput, Remove, replaced, without } from '../parts'
import { Slots } from './Slots'
import { FIRST_PREORDER, placeholderId, withWay } from './ways'

type Preorder = NonNullable<StoreDraft['preorder']>

/** 预订: where and when can be ordered ahead, and until when. */
export function PreorderSection({ draft, put, fault }: Edit<StoreDraft>) {
  const on = draft.ways.includes('preorder')
  const toggle = (wanted: boolean) =>
    put({
      ways: withWay(draft.ways, 'preorder', wanted),
      ...(wanted && draft.preorder === null ? { preorder: FIRST_PREORDER } : {}),
    })
  return (
    <>
      <Field label='开通预订' hint='顾客提前下单，到点来取餐点拿'>
        <Toggle label='开通预订' on={on} onChange={toggle} />
      </Field>
      {on && draft.preorder !== null && (
        <Terms preorder={draft.preorder} fault={fault} onChange={(preorder) => put({ preorder })} />
      )}
      <Fault words={fault('ways')} />
    </>
  )
}

type TermsProps = {
  readonly preorder: Preorder
  readonly fault: (field: string) => string | undefined
  readonly onChange: (preorder: Preorder) => void
}

function Terms({ preorder, fault, onChange }: TermsProps) {
  const { daysAhead, points, slots } = preorder
  const put = (change: Partial<Preorder>) => onChange({ ...preorder, ...change })
  return (
    <>
      <FigureField
        label='最早提前'
        unit='天'
        hint='0 天就是只能订当天的'
        value={daysAhead}
        fault={fault('preorder.daysAhead')}
        onChange={(n) => put({ daysAhead: n })}
      />
      <Text className='editor__title'>取餐点</Text>
      <Points points={points} fault={fault} onChange={(p) => put({ points: p })} />
      <Text className='editor__title'>取餐时段</Text>
      {points.length === 0 ? (
        <Text className='editor__hint'>先加一个取餐点</Text>
      ) : (
        <Slots points={points} slots={slots} fault={fault} onChange={(s) => put({ slots: s })} />
      )}
      <Text className='editor__hint'>改动只管以后的预订；已经下的单照旧，记得按原来的时间地点送到。</Text>
    </>
  )
}

type Point = Preorder['points'][number]
type PointsProps = {
  readonly points: readonly Point[]
  readonly fault: (field: string) => string | undefined
  readonly onChange: (points: Point[]) => void
}

function Points({ points, fault, onChange }: PointsProps) {
  const add = () => [...points, { id: placeholderId('new-p', points), name: '', address: '' }]
  return (
    <>
      {points.map((point, i) => (
        <OnePoint
          key={point.id}
          at={i}
          point={point}
          fault={(name) => fault(`preorder.points.${i}.${name}`)}
          onChange={(change) => onChange(replaced(points, i, change))}
          onRemove={() => onChange(without(points, i))}
        />
      ))}
      <Fault words={fault('preorder.points')} />
      <Add words='加一个取餐点' onTap={() => onChange(add())} />
    </>
  )
}

type PointProps = {
  readonly at: number
  readonly point: Point
  readonly fault: (name: keyof Point) => string | undefined
  readonly onChange: (change: Partial<Point>) => void
  readonly onRemove: () => void
}

function OnePoint({ at, point: { name, address }, fault, onChange, onRemove }: PointProps) {
  const nth = `第 ${at + 1} 个取餐点`
  return (
    <View className='editor__card'>
      <View className='editor__row'>
        <LineInput
          label={`${nth}名称`}
          value={name}
          max={30}
          placeholder='名称，例如：3 号宿舍楼下'
          onInput={(words) => onChange({ name: words })}
        />
        <Remove label={`删掉 ${name === '' ? nth : name}`} onTap={onRemove} />
      </View>
      <Fault words={fault('name') ?? fault('id')} />
      <LineInput
        label={`${nth}位置`}
        value={address}
        max={70}
        placeholder='具体位置（可以不填）'
        onInput={(words) => onChange({ address: words })}
      />
      <Fault words={fault('address')} />
    </View>
  )
}
