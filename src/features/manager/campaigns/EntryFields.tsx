import { Text, View } from '@tarojs/components'
import { couponCode } from '@shared/coupons/code'
import { copyText } from '@/platform/clipboard'
import { newKey } from '@/platform/ids'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { toast } from '@/ui/toast'
import { edit } from './editor'
import type { EntryForm } from './form'
import { useForm, useHasBegun } from './form-context'
import { Chips, Group, NumberRow, Row, TextRow } from './FormParts'
import { channelLink, ENTRY_HINTS, ENTRY_NAMES, entryWords, kindsOf } from './words'
import './EntryFields.scss'

const KINDS = kindsOf(ENTRY_NAMES).map((id) => ({ id, name: ENTRY_NAMES[id] }))
const CODE_MAX = 16
const MADE_LETTERS = 8

const copy = async (text: string) => {
  if (!(await copyText(text))) toast('没有复制成功，请长按选中后复制')
}

/** How the coupon comes to a member. */
export function EntryFields() {
  const { form, read } = useForm()
  const { entry } = form
  const begun = useHasBegun()
  const change = (part: Partial<EntryForm>) => edit({ entry: { ...entry, ...part } })
  return (
    <Group title='怎么发' {...(begun ? { hint: '活动开始后不能换发放方式，可以另开一个' } : {})}>
      {begun ? (
        <Row place='entry' label='发放方式' hint={ENTRY_HINTS[entry.kind]}>
          <Text className='form-row__words'>{entryWords(read.draft.entry)}</Text>
        </Row>
      ) : (
        <Chips
          place='entry'
          items={KINDS}
          hint={ENTRY_HINTS[entry.kind]}
          isOn={(kind) => kind === entry.kind}
          onTap={(kind) => change({ kind })}
        />
      )}
      {entry.kind === 'code' && <Code entry={entry} fixed={begun} change={change} />}
      {entry.kind === 'channel' && <Channel entry={entry} />}
      {!begun && <EntryNumber entry={entry} change={change} />}
    </Group>
  )
}

type PartProps = { readonly entry: EntryForm; readonly change: (part: Partial<EntryForm>) => void }

type NumberOf = {
  readonly key: 'daysBefore' | 'nth' | 'absentDays' | 'points'
  readonly field: string
  readonly label: string
  readonly unit: string
  readonly placeholder: string
}
/** The one number that some ways in have. */
const NUMBERS: Partial<Readonly<Record<EntryForm['kind'], NumberOf>>> = {
  birthday: { key: 'daysBefore', field: 'daysBefore', label: '提前几天发', unit: '天', placeholder: '0' },
  nthOrder: { key: 'nth', field: 'nth', label: '付完第几单', unit: '单', placeholder: '2' },
  dormant: { key: 'absentDays', field: 'days', label: '多少天没来', unit: '天', placeholder: '30' },
  points: { key: 'points', field: 'points', label: '要多少积分', unit: '分', placeholder: '100' },
}

function EntryNumber({ entry, change }: PartProps) {
  const number = NUMBERS[entry.kind]
  if (number === undefined) return null
  const { key, field, ...row } = number
  return (
    <NumberRow
      whole
      {...row}
      place={`entry.${field}`}
      value={entry[key]}
      onType={(text) => change({ [key]: text })}
    />
  )
}

function Code({ entry, fixed, change }: PartProps & { readonly fixed: boolean }) {
  const code = couponCode(entry.code)
  const made = () => newKey().slice(-MADE_LETTERS).toUpperCase()
  if (fixed) return <Copied label='兑换码' text={entry.code} what='复制兑换码' />
  return (
    <>
      <TextRow
        place='entry.code'
        label='兑换码'
        hint='4 到 16 位字母或数字，顾客输入时不分大小写'
        placeholder='COFFEE2026'
        max={CODE_MAX}
        value={entry.code}
        onType={(text) => change({ code: text })}
      />
      <View className='entry-code'>
        <PrimaryButton size='s' tone='plain' onTap={() => change({ code: made() })}>
          随机一个
        </PrimaryButton>
        {code !== null && (
          <PrimaryButton size='s' tone='plain' onTap={() => copy(code)}>
            复制兑换码
          </PrimaryButton>
        )}
      </View>
    </>
  )
}

function Channel({ entry }: { readonly entry: EntryForm }) {
  if (entry.channel === '') return <Text className='entry-note'>存下之后，专属链接会出现在这里</Text>
  return <Copied label='专属链接（小程序路径）' text={channelLink(entry.channel)} what='复制链接' />
}

type CopiedProps = { readonly label: string; readonly text: string; readonly what: string }

function Copied({ label, text, what }: CopiedProps) {
  return (
    <View className='entry-copied'>
      <View className='entry-copied__words'>
        <Text className='entry-copied__label'>{label}</Text>
        <Text className='entry-copied__text' selectable>
          {text}
        </Text>
      </View>
      <PrimaryButton size='s' tone='plain' onTap={() => copy(text)}>
        {what}
      </PrimaryButton>
    </View>
  )
}
