import { Text, View } from '@tarojs/components'
import type { ShopDraft } from '@shared/stores/contract'
import { FigureInput } from '../../FigureInput'
import type { Edit } from '../edit'
import { Add, Fault, LineInput, Remove, replaced, without } from '../parts'
import { placeholderId } from '../store/ways'

type Packaging = ShopDraft['packaging'][number]

/** How an order can be packed, and what that costs; the first is the usual one. */
export function PackagingSection({ draft, put, fault }: Edit<ShopDraft>) {
  const { packaging } = draft
  const add = () => [...packaging, { id: placeholderId('new-b', packaging), name: '', feeFen: 0 }]
  return (
    <>
      <Text className='editor__hint'>顾客下单时选一种，第一种是默认的；一单收一次。</Text>
      {packaging.map((each, i) => (
        <OneKind
          key={each.id}
          at={i}
          kind={each}
          fault={(name) => fault(`packaging.${i}.${name}`)}
          onChange={(change) => put({ packaging: replaced(packaging, i, change) })}
          onRemove={() => put({ packaging: without(packaging, i) })}
        />
      ))}
      <Fault words={fault('packaging')} />
      <Add words='加一种' onTap={() => put({ packaging: add() })} />
    </>
  )
}

type KindProps = {
  readonly at: number
  readonly kind: Packaging
  readonly fault: (name: keyof Packaging) => string | undefined
  readonly onChange: (change: Partial<Packaging>) => void
  readonly onRemove: () => void
}

function OneKind({ at, kind: { name, feeFen }, fault, onChange, onRemove }: KindProps) {
  const nth = `第 ${at + 1} 种`
  return (
    <View className='editor__card'>
      <View className='editor__row'>
        <LineInput
          label={`${nth}打包名称`}
          value={name}
          max={12}
          placeholder='名称，例如：打包袋'
          onInput={(words) => onChange({ name: words })}
        />
        <FigureInput
          label={`${nth}打包费`}
          prefix='¥'
          scale={100}
          value={feeFen}
          wrong={fault('feeFen') !== undefined}
          onChange={(n) => onChange({ feeFen: n })}
        />
        <Remove label={`删掉 ${name === '' ? nth : name}`} onTap={onRemove} />
      </View>
      <Fault words={fault('name') ?? fault('id')} />
      <Fault words={fault('feeFen')} />
    </View>
  )
}
