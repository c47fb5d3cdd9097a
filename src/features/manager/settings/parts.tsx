import { Input, Picker, Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { clockOf, minutesOf } from '@shared/stores/clock'
import { cx } from '@/ui/cx'
import { Field } from '@/ui/Field'
import { Icon } from '@/ui/Icon'
import { FigureInput } from '../FigureInput'

/** Red words under a row, or nothing. */
export function Fault({ words }: { readonly words: string | undefined }) {
  return words === undefined ? null : <Text className='editor__fault'>{words}</Text>
}

type AddProps = { readonly words: string; readonly onTap: () => void }

/** One more of a list. */
export function Add({ words, onTap }: AddProps) {
  return (
    <View className='editor__add' onClick={onTap}>
      <Icon name='plus' size='s' />
      <Text>{words}</Text>
    </View>
  )
}

/** Takes one out of a list. */
export function Remove({ label, onTap }: { readonly label: string; readonly onTap: () => void }) {
  return (
    <View className='editor__trash' aria-label={label} onClick={onTap}>
      <Icon name='trash' />
    </View>
  )
}

type ClockProps = {
  readonly label: string
  readonly minutes: number
  readonly onChange: (minutes: number) => void
  /** Midnight is the day's end: 24:00, not 00:00. */
  readonly end?: boolean
  readonly wrong?: boolean
}

/** A time of the day, turned on WeChat's wheel. */
export function ClockPicker({ label, minutes, onChange, end = false, wrong = false }: ClockProps) {
  const picked = (clock: string) => {
    const m = minutesOf(clock)
    onChange(end && m === 0 ? 1440 : m)
  }
  return (
    <Picker
      mode='time'
      value={clockOf(minutes % 1440)}
      aria-label={label}
      onChange={(e) => picked(String(e.detail.value))}
    >
      <View className={cx('pill', wrong && 'pill--wrong')}>{clockOf(minutes)}</View>
    </Picker>
  )
}

type ChoiceProps = {
  readonly label: string
  readonly options: readonly string[]
  /** -1: none of them. */
  readonly chosen: number
  readonly onChange: (index: number) => void
  readonly none?: string
  readonly wrong?: boolean
}

/** One of a few, on WeChat's wheel. */
export function ChoicePicker({ label, options, chosen, onChange, none = '请选择', wrong }: ChoiceProps) {
  return (
    <Picker
      className='editor__label'
      mode='selector'
      range={[...options]}
      value={Math.max(0, chosen)}
      aria-label={label}
      onChange={(e) => onChange(Number(e.detail.value))}
    >
      <View className={cx('pill pill--wide', wrong === true && 'pill--wrong')}>
        <Text>{options[chosen] ?? none}</Text>
        <Icon name='right' size='s' />
      </View>
    </Picker>
  )
}

type FigureProps = {
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
  readonly fault: string | undefined
  readonly scale?: number
  readonly prefix?: string
  readonly unit?: string
  readonly hint?: string
}

/** A row with a figure: label left, figure and unit right, what is wrong below. */
export function FigureField({ fault, hint, ...figure }: FigureProps): ReactNode {
  return (
    <Field
      label={figure.label}
      {...(hint === undefined ? {} : { hint })}
      {...(fault === undefined ? {} : { error: fault })}
    >
      <FigureInput {...figure} wrong={fault !== undefined} />
    </Field>
  )
}

/** One figure of a thing that has several. */
export type FigureRow<T> = Pick<FigureProps, 'label' | 'scale' | 'prefix' | 'unit' | 'hint'> & {
  readonly name: keyof T & string
}
type FiguresProps<T> = {
  readonly of: T
  readonly rows: readonly FigureRow<T>[]
  /** The path of the thing in the form, with its dot: `delivery.`; '' for the form itself. */
  readonly field: string
  readonly fault: (field: string) => string | undefined
  readonly onChange: (change: Partial<T>) => void
}

/** Several figures of one thing, a row each. */
export function Figures<T>({ of, rows, field, fault, onChange }: FiguresProps<T>) {
  return rows.map(({ name, ...row }) => (
    <FigureField
      key={name}
      {...row}
      value={of[name] as number}
      fault={fault(`${field}${name}`)}
      onChange={(n) => onChange({ [name]: n } as Partial<T>)}
    />
  ))
}

type LineProps = {
  readonly label: string
  readonly value: string
  readonly max: number
  readonly placeholder: string
  readonly onInput: (value: string) => void
}

/** A line that is typed, without a label beside it. */
export function LineInput({ label, value, max, placeholder, onInput }: LineProps) {
  return (
    <Input
      className='editor__input'
      value={value}
      maxlength={max}
      placeholder={placeholder}
      placeholderClass='editor__placeholder'
      aria-label={label}
      onInput={(e) => onInput(e.detail.value)}
    />
  )
}

/** A list with one of its items changed, or taken out. */
export const replaced = <T,>(list: readonly T[], at: number, change: Partial<T>): T[] =>
  list.map((item, i) => (i === at ? { ...item, ...change } : item))
export const without = <T,>(list: readonly T[], at: number): T[] => list.filter((_, i) => i !== at)
