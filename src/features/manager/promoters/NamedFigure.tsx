import { Text, View } from '@tarojs/components'
import { FigureInput } from '../FigureInput'
import { Fault, Remove } from '../settings/parts'

type Props = {
  /** The id of its element, for scrolling to it. */
  readonly id: string
  readonly name: string
  /** What the figure is, for who can't see the row. */
  readonly label: string
  readonly value: number
  readonly prefix?: string
  readonly unit?: string
  /** What is wrong with the thing, and with its figure. */
  readonly faults: readonly [thing: string | undefined, figure: string | undefined]
  readonly onChange: (value: number) => void
  readonly onRemove: () => void
}

/** One thing of a list with a figure of its own, in hundredths: a product's rate, a coupon's price. */
export function NamedFigure({ id, name, faults: [wrongThing, wrongFigure], onRemove, ...figure }: Props) {
  return (
    <View id={id}>
      <View className='programme-form__row'>
        <Text className='programme-form__name'>{name}</Text>
        <FigureInput {...figure} scale={100} wrong={wrongFigure !== undefined} />
        <Remove label={`删掉 ${name}`} onTap={onRemove} />
      </View>
      <Fault words={wrongThing} />
      <Fault words={wrongFigure} />
    </View>
  )
}
