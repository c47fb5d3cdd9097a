import { Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { cx } from '@/ui/cx'
import { asFigure, figureText } from '@/ui/figure'
import './FigureInput.scss'

type Props = {
  /** In the small unit that the shop counts in (fen, metres, basis points); NaN while nothing stands there. */
  readonly value: number
  readonly onChange: (value: number) => void
  /** What it is, for who can't see the label. */
  readonly label: string
  /** How many of the small unit one of the shown has: 100 for yuan. 1, 10, 100, 1000… */
  readonly scale?: number
  readonly prefix?: string
  readonly unit?: string
  readonly wrong?: boolean
}

/** A figure, typed. What is no figure is NaN, and more decimals than the unit has are kept: the form says what is wrong. */
export function FigureInput(props: Props) {
  const { value, onChange, label, scale = 1, prefix, unit, wrong = false } = props
  const [typed, setTyped] = useState(figureText(value, scale))
  // what was typed stays as it was typed ("3.", "03") while it means the value; a value from elsewhere is shown as it is
  const shown = Object.is(asFigure(typed, scale), value) ? typed : figureText(value, scale)
  return (
    <View className={cx('figure', wrong && 'figure--wrong')}>
      {prefix !== undefined && <Text className='figure__unit'>{prefix}</Text>}
      <Input
        className='figure__input'
        type={scale === 1 ? 'number' : 'digit'}
        value={shown}
        maxlength={9}
        aria-label={label}
        onInput={(e) => {
          setTyped(e.detail.value)
          onChange(asFigure(e.detail.value, scale))
        }}
      />
      {unit !== undefined && <Text className='figure__unit'>{unit}</Text>}
    </View>
  )
}
