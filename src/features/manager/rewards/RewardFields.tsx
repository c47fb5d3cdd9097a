import { Input, Text, View } from '@tarojs/components'
import type { CouponChoice } from '@shared/rewards/contract'
import { Chip } from '@/ui/Chip'
import { cx } from '@/ui/cx'
import { Field } from '@/ui/Field'
import { rewardPlaceId } from './faults'
import type { GiftForm, GiftKind } from './form'
import '../campaigns/FormParts.scss'

type NumberProps = {
  /** The field of the contract: what is wrong with it is told here. */
  readonly place: string
  readonly label: string
  readonly unit: string
  readonly value: string
  readonly onType: (text: string) => void
  readonly placeholder?: string
  readonly hint?: string
  readonly fault?: string | undefined
}

/** A number as it is typed. */
export function NumberField(props: NumberProps) {
  const { place, label, unit, value, onType, placeholder = '不限', hint, fault } = props
  return (
    <View className='form-row' id={rewardPlaceId(place)}>
      <Field
        label={label}
        {...(hint === undefined ? {} : { hint })}
        {...(fault === undefined ? {} : { error: fault })}
      >
        <Input
          className='form-row__input'
          aria-label={label}
          type='digit'
          maxlength={9}
          value={value}
          placeholder={placeholder}
          onInput={(e) => onType(e.detail.value)}
        />
        <Text className='form-row__unit'>{unit}</Text>
      </Field>
    </View>
  )
}

type ChoiceProps<Id extends string> = {
  readonly place?: string
  readonly label?: string
  readonly items: readonly { readonly id: Id; readonly name: string }[]
  readonly chosen: Id
  readonly onChoose: (id: Id) => void
  readonly hint?: string
  readonly fault?: string | undefined
}

/** One of several, with what is wrong with it below. */
export function Choice<Id extends string>(props: ChoiceProps<Id>) {
  const { place, label, items, chosen, onChoose, hint, fault } = props
  const words = fault ?? hint
  return (
    <View className='form-block' {...(place === undefined ? {} : { id: rewardPlaceId(place) })}>
      {label !== undefined && <Text className='form-block__label'>{label}</Text>}
      <View className='form-block__chips'>
        {items.map(({ id, name }) => (
          <Chip key={id} label={name} on={id === chosen} onTap={() => onChoose(id)} />
        ))}
      </View>
      {words !== undefined && (
        <Text className={cx('form-block__hint', fault !== undefined && 'form-block__hint--wrong')}>
          {words}
        </Text>
      )}
    </View>
  )
}

const KINDS: readonly { readonly id: GiftKind; readonly name: string }[] = [
  { id: 'none', name: '不送' },
  { id: 'coupon', name: '优惠券' },
  { id: 'points', name: '积分' },
]
type GiftProps = {
  readonly place: 'promoter' | 'friend' | 'second'
  readonly label: string
  readonly gift: GiftForm
  readonly onChange: (gift: GiftForm) => void
  readonly coupons: readonly CouponChoice[]
  readonly fault: string | undefined
  readonly pointsFault: string | undefined
}

/** What one side gets. */
export function GiftFields({ place, label, gift, onChange, coupons, fault, pointsFault }: GiftProps) {
  const items = coupons.map(({ id, title, left }) => ({
    id,
    name: left === null ? title : `${title}（剩 ${left}）`,
  }))
  const noCoupons = '还没有「邀请奖励」券，先到优惠活动里新建一张'
  return (
    <>
      <Choice
        place={place}
        label={label}
        items={KINDS}
        chosen={gift.kind}
        onChoose={(kind) => onChange({ ...gift, kind })}
        fault={fault}
      />
      {gift.kind === 'coupon' && (
        <Choice
          items={items}
          chosen={gift.campaignId}
          onChoose={(campaignId) => onChange({ ...gift, campaignId })}
          {...(items.length === 0 ? { hint: noCoupons } : {})}
        />
      )}
      {gift.kind === 'points' && (
        <NumberField
          place={`${place}.points`}
          label={`${label}多少`}
          unit='积分'
          placeholder='50'
          value={gift.points}
          onType={(points) => onChange({ ...gift, points })}
          fault={pointsFault}
        />
      )}
    </>
  )
}
