import { createElement, type ChangeEvent, type FormEvent, type ReactNode } from 'react'

/**
 * Taro's components as plain HTML, for component tests: words, classes and taps, nothing of the looks. Events carry
 * their value in `detail`, as Taro's do.
 */
type Props = { readonly children?: ReactNode } & Readonly<Record<string, unknown>>
type Listener = (event: { detail: { value: unknown } }) => void

const KEPT = new Set([
  'className',
  'id',
  'style',
  'src',
  'value',
  'defaultValue',
  'name',
  'placeholder',
  'onClick',
])
const KEPT_TOO = new Set(['onTouchStart', 'disabled', 'aria-label'])
const kept = (props: Props) =>
  Object.fromEntries(Object.entries(props).filter(([key]) => KEPT.has(key) || KEPT_TOO.has(key)))
const isListener = (x: unknown): x is Listener => typeof x === 'function'

const plain = (tag: string) =>
  function Plain(props: Props) {
    return createElement(tag, kept(props), props.children)
  }

const typed = (tag: string) =>
  function Typed(props: Props) {
    const { onInput } = props
    const onChange = (e: ChangeEvent<HTMLInputElement>) => {
      if (isListener(onInput)) onInput({ detail: { value: e.target.value } })
    }
    return createElement(tag, { ...kept(props), maxLength: props['maxlength'], onChange })
  }

export const View = plain('div')
export const Text = plain('span')
export const Image = plain('img')
export const ScrollView = plain('div')
export const CustomWrapper = plain('div')
export const Swiper = plain('div')
export const SwiperItem = plain('div')
export const Canvas = plain('canvas')
export const Input = typed('input')
export const Textarea = typed('textarea')

export function Switch(props: Props) {
  return createElement('input', {
    type: 'checkbox',
    className: props['className'],
    checked: props['checked'],
    readOnly: true,
  })
}

/**
 * A wheel: its words, and a field into which a test writes what would be picked: an index for a selector, a time or a
 * date as it stands, JSON where there are several wheels.
 */
export function Picker(props: Props) {
  const { onChange } = props
  const several = Array.isArray(props['value'])
  const pick = (e: ChangeEvent<HTMLInputElement>) => {
    const value: unknown = several ? JSON.parse(e.target.value) : e.target.value
    if (isListener(onChange)) onChange({ detail: { value } })
  }
  const label = props['aria-label'] ?? 'picked'
  const field = { 'aria-label': label, value: several ? '' : props['value'], onChange: pick }
  return createElement(
    'div',
    { className: props['className'] },
    props.children,
    createElement('input', field),
  )
}

export function Button(props: Props) {
  const type = props['formType'] === 'submit' ? 'submit' : 'button'
  return createElement('button', { ...kept(props), type }, props.children)
}

export function Form(props: Props) {
  const { onSubmit } = props
  const submit = (e: FormEvent<HTMLFormElement>) => {
    e.preventDefault()
    if (isListener(onSubmit))
      onSubmit({ detail: { value: Object.fromEntries(new FormData(e.currentTarget)) } })
  }
  return createElement('form', { className: props['className'], onSubmit: submit }, props.children)
}
