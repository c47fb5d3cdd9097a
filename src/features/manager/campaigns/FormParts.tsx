import { Input, Picker, Switch, Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Chip } from '@/ui/Chip'
import { cx } from '@/ui/cx'
import { Field } from '@/ui/Field'
import { useForm } from './form-context'
import { placeId } from './faults'
import './FormParts.scss'

type GroupProps = { readonly title: string; readonly hint?: string; readonly children: ReactNode }

/** A card of the form. */
export function Group({ title, hint, children }: GroupProps) {
  return (
    <View className='form-group'>
      <View className='form-group__head'>
        <Text className='form-group__title'>{title}</Text>
      </View>
      {hint !== undefined && <Text className='form-group__hint'>{hint}</Text>}
      {children}
    </View>
  )
}

type Place = {
  /** The field of the contract: what is wrong with it is told here. */
  readonly place: string
  readonly label: string
  readonly hint?: string
}
type RowProps = Place & {
  /** The row leads somewhere: an arrow shows. */
  readonly onTap?: () => void
  /** The row itself is the switch. */
  readonly onTurn?: () => void
  readonly children?: ReactNode
}

/** One row: label left, value right, what is wrong with it below. */
export function Row({ place, label, hint, onTap, onTurn, children }: RowProps) {
  const fault = useForm().faults.get(place)
  return (
    <View className='form-row' id={placeId(place)} onClick={() => onTurn?.()}>
      <Field
        label={label}
        {...(hint === undefined ? {} : { hint })}
        {...(fault === undefined ? {} : { error: fault })}
        {...(onTap === undefined ? {} : { onTap })}
      >
        {children}
      </Field>
    </View>
  )
}

type TypedProps = Place & {
  readonly value: string
  readonly onType: (text: string) => void
  readonly placeholder: string
}
type NumberProps = TypedProps & {
  /** 元, 折, 张… */
  readonly unit: string
  /** Whole numbers have a keyboard without a point. */
  readonly whole?: boolean
}
const NUMBER_MAX = 10

/** A number as it is typed; it is read when all of the form is. */
export function NumberRow({ value, onType, placeholder, unit, whole = false, ...place }: NumberProps) {
  return (
    <Row {...place}>
      <Input
        className='form-row__input'
        aria-label={place.label}
        type={whole ? 'number' : 'digit'}
        value={value}
        maxlength={NUMBER_MAX}
        placeholder={placeholder}
        onInput={(e) => onType(e.detail.value)}
      />
      <Text className='form-row__unit'>{unit}</Text>
    </Row>
  )
}

export function TextRow({
  value,
  onType,
  placeholder,
  max,
  ...place
}: TypedProps & { readonly max: number }) {
  return (
    <Row {...place}>
      <Input
        className='form-row__input'
        aria-label={place.label}
        value={value}
        maxlength={max}
        placeholder={placeholder}
        onInput={(e) => onType(e.detail.value)}
      />
    </Row>
  )
}

type SwitchProps = Place & { readonly on: boolean; readonly onTurn: (on: boolean) => void }

export function SwitchRow({ on, onTurn, ...place }: SwitchProps) {
  return (
    <Row {...place} onTurn={() => onTurn(!on)}>
      {/* the tap is the row's, which is as wide as the page */}
      <Switch className='form-row__knob' checked={on} color='#cf421a' disabled />
    </Row>
  )
}

type PickProps = {
  readonly mode: 'date' | 'time'
  /** 2026-12-01, 09:30 */
  readonly value: string
  readonly label: string
  /** What stands there instead of the value. */
  readonly words?: string
  readonly onPick: (value: string) => void
}

/** A day or a time out of WeChat's own picker. */
export function Pick({ mode, value, label, words = value, onPick }: PickProps) {
  return (
    <Picker
      className='form-row__picker'
      mode={mode}
      value={value}
      aria-label={label}
      onChange={(e) => onPick(String(e.detail.value))}
    >
      <View className='form-row__picked'>{words}</View>
    </Picker>
  )
}

type ChipsProps<Id extends string> = {
  readonly place: string
  readonly label?: string
  readonly hint?: string
  readonly items: readonly { readonly id: Id; readonly name: string }[]
  readonly isOn: (id: Id) => boolean
  readonly onTap: (id: Id) => void
}

/** Choices as chips, with what is wrong with them, or what the chosen one means, below. */
export function Chips<Id extends string>(props: ChipsProps<Id>) {
  const { place, label, hint, items, isOn, onTap } = props
  const fault = useForm().faults.get(place)
  const words = fault ?? hint
  return (
    <View className='form-block' id={placeId(place)}>
      {label !== undefined && <Text className='form-block__label'>{label}</Text>}
      <View className='form-block__chips'>
        {items.map(({ id, name }) => (
          <Chip key={id} label={name} on={isOn(id)} onTap={() => onTap(id)} />
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
