import { Text, View } from '@tarojs/components'
import type { StoreDraft } from '@shared/stores/contract'
import { FigureInput } from '../../FigureInput'
import { Add, Fault, Remove, replaced, without } from '../parts'

type Bands = NonNullable<StoreDraft['delivery']>['bands']
type Band = Bands[number]
type Props = {
  readonly bands: Bands
  readonly fault: (field: string) => string | undefined
  readonly onChange: (bands: Bands) => void
}

/** What delivery costs, from near to far. The last band takes whatever is left of the way. */
export function Bands({ bands, fault, onChange }: Props) {
  return (
    <>
      {bands.map((band, i) => (
        <OneBand
          key={i}
          at={i}
          band={band}
          last={i === bands.length - 1}
          fault={(name) => fault(`delivery.bands.${i}.${name}`)}
          onChange={(change) => onChange(replaced(bands, i, change))}
          onRemove={() => onChange(without(bands, i))}
        />
      ))}
      <Fault words={fault('delivery.bands')} />
      <Add words='近的便宜点，加一档' onTap={() => onChange([nearer(bands), ...bands])} />
    </>
  )
}

/** Half as far as the nearest, in whole hundreds of metres, for the same. */
function nearer([first]: Bands): Band {
  const { toM, feeFen } = first ?? { toM: 1000, feeFen: 0 }
  return { toM: Math.max(100, Math.round(toM / 200) * 100), feeFen }
}

type BandProps = {
  readonly at: number
  readonly band: Band
  readonly last: boolean
  readonly fault: (name: keyof Band) => string | undefined
  readonly onChange: (change: Partial<Band>) => void
  readonly onRemove: () => void
}

function OneBand({ at, band: { toM, feeFen }, last, fault, onChange, onRemove }: BandProps) {
  const nth = `第 ${at + 1} 档`
  return (
    <View>
      <View className='editor__row'>
        <Text className='editor__label'>{last ? '更远' : nth}</Text>
        {!last && (
          <FigureInput
            label={`${nth}距离`}
            unit='公里内'
            scale={1000}
            value={toM}
            wrong={fault('toM') !== undefined}
            onChange={(m) => onChange({ toM: m })}
          />
        )}
        <FigureInput
          label={`${nth}配送费`}
          prefix='¥'
          scale={100}
          value={feeFen}
          wrong={fault('feeFen') !== undefined}
          onChange={(fee) => onChange({ feeFen: fee })}
        />
        {last ? <View className='editor__trash' /> : <Remove label={`删掉${nth}`} onTap={onRemove} />}
      </View>
      <Fault words={fault('toM')} />
      <Fault words={fault('feeFen')} />
    </View>
  )
}
