import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { FieldFault } from '@shared/coupons/campaign-contract'
import { Icon } from '@/ui/Icon'
import { isBelow, type SectionForm } from './edit'
import { SectionSheet } from './SectionSheet'
import type { Section } from './store/sections'
import './Sections.scss'

type Props<D> = Pick<SectionForm<D>, 'form' | 'faultsOf' | 'save'> & {
  readonly sections: readonly Section<D>[]
  readonly names: Readonly<Record<string, string>>
}

/** A form by its sections: what each says now, and its editor at a tap. */
export function Sections<D extends object>({ form, faultsOf, save, sections, names }: Props<D>) {
  const [open, setOpen] = useState<string | null>(null)
  const faults = faultsOf(form.draft)
  const section = sections.find(({ id }) => id === open)
  return (
    <View className='sections'>
      {sections.map((each) => (
        <SectionRow
          key={each.id}
          title={each.title}
          summary={each.summary(form.draft)}
          faults={faults.filter(({ field }) => isBelow(field, each.fields))}
          onTap={() => setOpen(each.id)}
        />
      ))}
      {section !== undefined && (
        <SectionSheet
          key={section.id}
          title={section.title}
          fields={section.fields}
          {...{ form, faultsOf, save, names }}
          onClose={() => setOpen(null)}
        >
          {(edit) => <section.Editor {...edit} />}
        </SectionSheet>
      )}
    </View>
  )
}

type RowProps = {
  readonly title: string
  readonly summary: string
  readonly faults: readonly FieldFault[]
  readonly onTap: () => void
}

function SectionRow({ title, summary, faults, onTap }: RowProps) {
  return (
    <View className='sections__row' onClick={onTap}>
      <View className='sections__words'>
        <Text className='sections__title'>{title}</Text>
        {summary.split('\n').map((line) => (
          <View key={line} className='sections__summary'>
            {line}
          </View>
        ))}
        {faults[0] !== undefined && <Text className='sections__fault'>{faults[0].sentence}</Text>}
      </View>
      <Icon className='sections__arrow' name='right' size='s' />
    </View>
  )
}
