import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { chooseAddress, chooseLocation } from '@/platform/choose'
import { openSettings } from '@/platform/location'
import { Field } from '@/ui/Field'
import { Icon } from '@/ui/Icon'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { TextRow } from '@/ui/TextRow'
import { toast } from '@/ui/toast'
import { imported, placeOf } from './place'
import { saveAddress, type Draft, type Fault } from './store'
import './AddressForm.scss'

type Props = { readonly first: Draft; readonly onSaved: () => void }

/** Name, phone, a point on the map, and what the map doesn't know. What is wrong is said at its field. */
export function AddressForm({ first, onSaved }: Props) {
  const [draft, setDraft] = useState(first)
  const [fault, setFault] = useState<Fault | null>(null)
  const change = (part: Partial<Draft>) => {
    setDraft((was) => ({ ...was, ...part }))
    setFault(null)
  }
  const save = async () => {
    const wrong = await saveAddress(draft)
    setFault(wrong)
    if (wrong === null) onSaved()
  }
  return (
    <View className='address-form'>
      {first.id === null && <Import onChosen={(chosen) => change(imported(draft, chosen))} />}
      <Rows {...{ draft, fault }} onChange={change} />
      {fault?.field === 'all' && <Text className='address-form__wrong'>{fault.sentence}</Text>}
      <PrimaryButton size='l' onTap={save}>
        保存
      </PrimaryButton>
    </View>
  )
}

type Change = (part: Partial<Draft>) => void
type RowsProps = { readonly draft: Draft; readonly fault: Fault | null; readonly onChange: Change }

function Rows({ draft, fault, onChange }: RowsProps) {
  const errorAt = (field: Fault['field']) => (fault?.field === field ? fault.sentence : undefined)
  return (
    <View className='address-form__card'>
      <PlaceRow draft={draft} error={errorAt('place')} onChange={onChange} />
      <TextRow
        label='门牌号'
        value={draft.detail}
        max={60}
        placeholder='楼号、楼层、房间'
        error={errorAt('detail')}
        onInput={(detail) => onChange({ detail })}
      />
      <TextRow
        label='收货人'
        value={draft.name}
        max={20}
        placeholder='怎么称呼'
        error={errorAt('name')}
        onInput={(name) => onChange({ name })}
      />
      <TextRow
        label='电话'
        value={draft.phone}
        max={30}
        type='number'
        placeholder='骑手联系用'
        error={errorAt('phone')}
        onInput={(phone) => onChange({ phone })}
      />
    </View>
  )
}

type Imported = Extract<Awaited<ReturnType<typeof chooseAddress>>, { kind: 'chosen' }>

function Import({ onChosen }: { readonly onChosen: (chosen: Imported) => void }) {
  const choose = async () => {
    const choice = await chooseAddress()
    if (choice.kind === 'chosen') onChosen(choice)
    else if (choice.kind === 'unavailable') toast('微信地址暂时打不开，请手动填写')
    else if (choice.forGood) toast('没有读取微信地址的权限，请手动填写')
  }
  return (
    <View className='address-form__import' onClick={() => void choose()}>
      <Icon name='person' size='s' />
      <Text>从微信地址导入</Text>
    </View>
  )
}

type PlaceProps = {
  readonly draft: Draft
  readonly error: string | undefined
  readonly onChange: Change
}

/** The point on the map. Who has refused the map for good is led to WeChat's settings. */
function PlaceRow({ draft: { place, detail }, error, onChange }: PlaceProps) {
  const [denied, setDenied] = useState(false)
  const choose = async () => {
    const choice = await chooseLocation()
    if (choice.kind === 'chosen') onChange({ place: placeOf(choice) })
    else if (choice.kind === 'unavailable') toast('地图暂时打不开，请稍后再试')
    setDenied(choice.kind === 'refused' && choice.forGood)
  }
  const hint = denied
    ? '没有位置权限，点这里去设置打开'
    : place === null && detail !== ''
      ? '再在地图上点一下，才算得出配送距离'
      : undefined
  const settings = async () => setDenied(!(await openSettings()))
  return (
    <Field
      label='位置'
      {...(error === undefined ? {} : { error })}
      {...(hint === undefined ? {} : { hint })}
      onTap={() => void (denied ? settings() : choose())}
    >
      <Text className={place === null ? 'address-form__none' : 'address-form__place'}>
        {place?.address ?? '在地图上选'}
      </Text>
    </Field>
  )
}
