import { Textarea, View } from '@tarojs/components'
import { useState } from 'react'
import type { StoreDraft } from '@shared/stores/contract'
import { Field } from '@/ui/Field'
import { Toggle } from '@/ui/Toggle'
import type { Edit } from '../edit'
import { Fault, FigureField } from '../parts'
import { withWay } from './ways'

/** What is had at the store itself: collected, or eaten at a table. */
export function CounterSection(edit: Edit<StoreDraft>) {
  const { draft, put, fault } = edit
  const way = (name: 'pickup' | 'dineIn', label: string) => (
    <Field label={label}>
      <Toggle
        label={label}
        on={draft.ways.includes(name)}
        onChange={(on) => put({ ways: withWay(draft.ways, name, on) })}
      />
    </Field>
  )
  return (
    <>
      {way('pickup', '自取')}
      {way('dineIn', '堂食')}
      <Fault words={fault('ways')} />
      <FigureField
        label='起订金额'
        prefix='¥'
        scale={100}
        hint='自取和堂食要点满多少，0 就是不限'
        value={draft.minimumFen}
        fault={fault('minimumFen')}
        onChange={(minimumFen) => put({ minimumFen })}
      />
      {draft.ways.includes('dineIn') && <Tables {...edit} />}
    </>
  )
}

const tablesOf = (text: string) => text.split(/[\s,，、]+/).filter((table) => table !== '')

function Tables({ draft, put, fault }: Edit<StoreDraft>) {
  const [text, setText] = useState(draft.tables.join('、'))
  const wrong = draft.tables.map((_, i) => fault(`tables.${i}`)).find((words) => words !== undefined)
  return (
    <>
      <Field label='桌号' hint='用空格或顿号隔开；不写桌号也能堂食'>
        {draft.tables.length > 0 ? `${draft.tables.length} 张` : '没有桌号'}
      </Field>
      <View className='editor__card'>
        <Textarea
          className='editor__text'
          value={text}
          maxlength={2000}
          placeholder='A1、A2、A3'
          aria-label='桌号'
          onInput={(e) => {
            setText(e.detail.value)
            put({ tables: tablesOf(e.detail.value) })
          }}
        />
      </View>
      <Fault words={fault('tables') ?? wrong} />
    </>
  )
}
