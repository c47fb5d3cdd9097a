import { Input, Text, View } from '@tarojs/components'
import type { CouponChoice } from '@shared/rewards/contract'
import { Field } from '@/ui/Field'
import { Icon } from '@/ui/Icon'
import { Group, Pick } from '../campaigns/FormParts'
import { rewardPlaceId } from './faults'
import { draftOf, type RewardForm as Form } from './form'
import { Choice, GiftFields, NumberField } from './RewardFields'
import { RewardPreview } from './RewardPreview'

const WHEN = [
  { id: 'firstOrder', name: '好友首单' },
  { id: 'signup', name: '好友入会' },
] as const
const ENDS = [
  { id: 'reject', name: '取消' },
  { id: 'release', name: '发放' },
] as const

type Props = {
  readonly form: Form
  readonly onChange: (part: Partial<Form>) => void
  readonly coupons: readonly CouponChoice[]
  /** Field of the contract → what is wrong with it. */
  readonly faults: ReadonlyMap<string, string>
  /** It has begun: when it rewards can't be changed any more. */
  readonly begun: boolean
}

/** Who gets what for which deed of a friend, how often, and until when; with what members will read of it. */
export function RewardForm(props: Props) {
  return (
    <View>
      <Elsewhere fault={props.faults.get('form')} />
      <GiftGroup {...props} />
      <CapGroup {...props} />
      <TimeGroup {...props} />
      <RewardPreview draft={draftOf(props.form)} coupons={props.coupons} />
    </View>
  )
}

/** What is wrong with the campaign as a whole. */
function Elsewhere({ fault }: { readonly fault: string | undefined }) {
  if (fault === undefined) return null
  return (
    <View className='reward-editor__fault' id={rewardPlaceId('form')}>
      <Icon name='warn' />
      <Text className='reward-editor__fault-words'>{fault}</Text>
    </View>
  )
}

function GiftGroup({ form, onChange, coupons, faults, begun }: Props) {
  const gift = (key: 'promoter' | 'friend' | 'second', label: string) => (
    <GiftFields
      place={key}
      label={label}
      gift={form[key]}
      onChange={(changed) => onChange({ [key]: changed })}
      coupons={coupons}
      fault={faults.get(key)}
      pointsFault={faults.get(`${key}.points`)}
    />
  )
  return (
    <Group title='谁得什么' hint='达成就马上到账，只奖励直接带来的好友'>
      <Choice
        place='when'
        label='什么时候奖励'
        items={begun ? WHEN.filter(({ id }) => id === form.when) : WHEN}
        chosen={form.when}
        onChoose={(when) => onChange({ when })}
        fault={faults.get('when')}
        hint={begun ? '活动开始后不能换' : '微信不许奖励“分享”本身，也不许抽奖或随机，所以没有这些选项'}
      />
      {gift('promoter', '邀请人得')}
      {gift('friend', '好友得')}
      {gift('second', '好友第二单，邀请人再得')}
      <Conditions form={form} onChange={onChange} faults={faults} />
    </Group>
  )
}

/** What the order must be, and for how many friends; one friend is all that is lawful. */
function Conditions({ form, onChange, faults }: Omit<Props, 'coupons' | 'begun'>) {
  return (
    <>
      {(form.when !== 'signup' || form.second.kind !== 'none') && (
        <NumberField
          place='minPaidFen'
          label='订单实付满'
          unit='元'
          placeholder='0'
          value={form.minPaid}
          onType={(minPaid) => onChange({ minPaid })}
          fault={faults.get('minPaidFen')}
        />
      )}
      <NumberField
        place='friendsNeeded'
        label='每带来几位好友给一次'
        unit='位'
        placeholder='1'
        value={form.friendsNeeded}
        onType={(friendsNeeded) => onChange({ friendsNeeded })}
        fault={faults.get('friendsNeeded')}
      />
    </>
  )
}

function CapGroup({ form, onChange, faults }: Props) {
  const cap = (key: 'day' | 'month' | 'total', label: string) => (
    <NumberField
      place={`caps.${key}`}
      label={label}
      unit='次'
      value={form[key]}
      onType={(text) => onChange({ [key]: text })}
      fault={faults.get(`caps.${key}`)}
    />
  )
  return (
    <Group title='每位邀请人最多' hint='到了上限，好友的那份照常给'>
      {cap('day', '每天')}
      {cap('month', '每月')}
      {cap('total', '总共')}
      <NumberField
        place='pointsBudget'
        label='积分总数'
        unit='积分'
        placeholder='送积分时要填'
        hint='券的总数在它自己的活动里定'
        value={form.pointsBudget}
        onType={(pointsBudget) => onChange({ pointsBudget })}
        fault={faults.get('pointsBudget')}
      />
    </Group>
  )
}

function TimeGroup({ form, onChange, faults }: Props) {
  const words = (label: string, key: 'name' | 'note', max: number, placeholder: string) => (
    <View className='form-row' id={rewardPlaceId(key)}>
      <Field label={label} {...withError(faults.get(key))}>
        <Input
          className='form-row__input'
          aria-label={label}
          maxlength={max}
          placeholder={placeholder}
          value={form[key]}
          onInput={(e) => onChange({ [key]: e.detail.value })}
        />
      </Field>
    </View>
  )
  return (
    <Group title='时间和说明'>
      {words('活动名称', 'name', 20, '邀请好友')}
      <View className='form-row' id={rewardPlaceId('startAt')}>
        <Field label='第一天' {...withError(faults.get('startAt'))}>
          <Pick mode='date' label='第一天' value={form.from} onPick={(from) => onChange({ from })} />
        </Field>
      </View>
      <View className='form-row' id={rewardPlaceId('endAt')}>
        <Field label='最后一天' {...withError(faults.get('endAt'))}>
          <Pick mode='date' label='最后一天' value={form.to} onPick={(to) => onChange({ to })} />
        </Field>
      </View>
      <Choice
        place='holdEnds'
        label='可疑的奖励 30 天没核对就'
        items={ENDS}
        chosen={form.holdEnds}
        onChoose={(holdEnds) => onChange({ holdEnds })}
      />
      {words('补充说明', 'note', 200, '可以不填')}
    </Group>
  )
}

const withError = (error: string | undefined) => (error === undefined ? {} : { error })
