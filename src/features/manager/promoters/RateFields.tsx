import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ProgrammeDraft } from '@shared/promoters/office-contract'
import { useNames, useShop } from '@/features/catalogue'
import { Group } from '../campaigns/FormParts'
import { placeId } from '../campaigns/faults'
import type { Checkable } from '../campaigns/CheckList'
import { Add, FigureField } from '../settings/parts'
import { useProductItems } from './menu-items'
import { NamedFigure } from './NamedFigure'
import { PickSheet } from './PickSheet'
import { exampleWords } from './rate-example'
import type { ProgrammeEdit } from './programme'

type Kind = 'categories' | 'products'
const KINDS = {
  categories: { title: '单独设比例的分类', add: '给一个分类单独设比例', gone: '已下架的分类' },
  products: { title: '单独设比例的商品', add: '给几个商品单独设比例', gone: '已下架的商品' },
} as const

/** What goods pay: the shop's rate, and what categories and products have of their own; with what an order comes to. */
export function RateFields(edit: ProgrammeEdit) {
  const { draft, put, fault } = edit
  const example = exampleWords(draft)
  return (
    <Group title='佣金比例' hint='按商品实付金额算。商品单独设了，就不看分类；分类单独设了，就不看全店'>
      <View id={placeId('rateBp')}>
        <FigureField
          label='全店'
          unit='%'
          scale={100}
          value={draft.rateBp}
          fault={fault('rateBp')}
          onChange={(rateBp) => put({ rateBp })}
        />
      </View>
      <OwnRates {...edit} kind='categories' />
      <OwnRates {...edit} kind='products' />
      <View className='programme-form__example'>
        {example !== '' && <Text className='editor__preview'>{example}</Text>}
        <Text className='editor__hint'>改动从下一单开始算，已经下的单按原来的比例。</Text>
      </View>
    </Group>
  )
}

function OwnRates({ draft, put, fault, kind }: ProgrammeEdit & { readonly kind: Kind }) {
  const [picking, setPicking] = useState(false)
  const names = useNames()[kind]
  const items = useItems(kind)
  const { title, add, gone } = KINDS[kind]
  const rates = draft[kind]
  const nameOf = (id: string) => names[id] ?? gone
  const putRates = (own: ProgrammeDraft[Kind]) => put({ [kind]: own })
  const addAll = (ids: readonly string[]) => {
    setPicking(false)
    putRates({ ...rates, ...Object.fromEntries(ids.map((id) => [id, draft.rateBp])) })
  }
  return (
    <View className='programme-form__own'>
      {Object.entries(rates).map(([id, bp]) => (
        <NamedFigure
          key={id}
          id={placeId(`${kind}.${id}`)}
          name={nameOf(id)}
          label={`${nameOf(id)}的比例`}
          unit='%'
          value={bp}
          faults={[undefined, fault(`${kind}.${id}`)]}
          onChange={(n) => putRates({ ...rates, [id]: n })}
          onRemove={() => putRates(lessOne(rates, id))}
        />
      ))}
      <Add words={add} onTap={() => setPicking(true)} />
      {picking && (
        <PickSheet
          title={title}
          items={withoutThose(items, Object.keys(rates))}
          none='菜单里的都设过了'
          onDone={addAll}
          onClose={() => setPicking(false)}
        />
      )}
    </View>
  )
}

const lessOne = (rates: ProgrammeDraft[Kind], id: string): ProgrammeDraft[Kind] =>
  Object.fromEntries(Object.entries(rates).filter(([one]) => one !== id))

function useItems(kind: Kind): readonly Checkable[] {
  const products = useProductItems()
  const categories = useShop((s) => s.menu?.categories)
  return kind === 'products' ? products : (categories ?? [])
}

/** A heading whose first product is taken out goes on to the next. */
function withoutThose(items: readonly Checkable[], ids: readonly string[]): Checkable[] {
  let heading: string | undefined
  return items.flatMap(({ id, name, under }) => {
    heading = under ?? heading
    if (ids.includes(id)) return []
    const item = heading === undefined ? { id, name } : { id, name, under: heading }
    heading = undefined
    return [item]
  })
}
