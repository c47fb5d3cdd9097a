import { edit } from './editor'
import { useForm } from './form-context'
import { Group, TextRow } from './FormParts'

const NAME_MAX = 30
const TITLE_MAX = 20
const SOURCE_MAX = 12

/** What the campaign and its coupon are called; left empty, the words in grey hold. */
export function NameFields() {
  const { form, read } = useForm()
  const { name, terms } = read.draft
  return (
    <Group title='名称' hint='不填就用灰色的字'>
      <TextRow
        place='terms.title'
        label='券名'
        placeholder={terms.title}
        max={TITLE_MAX}
        value={form.title}
        onType={(title) => edit({ title })}
      />
      <TextRow
        place='terms.source'
        label='来源'
        hint='顾客在券上看到的出处'
        placeholder={terms.source}
        max={SOURCE_MAX}
        value={form.source}
        onType={(source) => edit({ source })}
      />
      <TextRow
        place='name'
        label='活动名称'
        hint='只有店里的人看得到'
        placeholder={name}
        max={NAME_MAX}
        value={form.name}
        onType={(text) => edit({ name: text })}
      />
    </Group>
  )
}
