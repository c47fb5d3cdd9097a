import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Menu } from '@shared/catalogue/contract'
import type { Scope } from '@shared/coupons/contract'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Segments } from '@/ui/Segments'
import { Sheet } from '@/ui/Sheet'
import { CheckList, type Checkable } from './CheckList'
import { EVERYTHING } from './form'
import './ScopeSheet.scss'

type Kind = 'categoryIds' | 'productIds' | 'skuIds'
type Props = {
  readonly menu: Pick<Menu, 'categories' | 'products'>
  readonly scope: Scope
  readonly onClose: () => void
  readonly onDone: (scope: Scope) => void
}
const KINDS: readonly { readonly id: Kind; readonly label: string }[] = [
  { id: 'categoryIds', label: '按分类' },
  { id: 'productIds', label: '按商品' },
  { id: 'skuIds', label: '按规格' },
]

/** Which goods a coupon is about: whole categories, products, or single sizes; whatever one of them names counts. */
export function ScopeSheet({ menu, scope, onClose, onDone }: Props) {
  const [chosen, setChosen] = useState(scope)
  const [kind, setKind] = useState<Kind>('categoryIds')
  const count = chosen.categoryIds.length + chosen.productIds.length + chosen.skuIds.length
  return (
    <Sheet
      open
      title='适用商品'
      onClose={onClose}
      footer={
        <View className='scope-sheet__foot'>
          {count > 0 && (
            <PrimaryButton tone='plain' size='l' onTap={() => setChosen(EVERYTHING)}>
              清空
            </PrimaryButton>
          )}
          <PrimaryButton className='scope-sheet__done' size='l' onTap={() => onDone(chosen)}>
            {count === 0 ? '全部商品都能用' : `只用在这 ${count} 项`}
          </PrimaryButton>
        </View>
      }
    >
      <View className='scope-sheet__tabs'>
        <Segments
          items={KINDS.map((one) => ({ ...one, count: chosen[one.id].length }))}
          chosen={kind}
          onChoose={setKind}
        />
      </View>
      <CheckList
        items={itemsOf(kind, menu)}
        chosen={chosen[kind]}
        onChange={(ids) => setChosen({ ...chosen, [kind]: ids })}
      />
    </Sheet>
  )
}

function itemsOf(kind: Kind, { categories, products }: Props['menu']): readonly Checkable[] {
  if (kind === 'categoryIds') return categories
  return categories.flatMap((category) => {
    const inside = products.filter((product) => product.categoryId === category.id)
    if (kind === 'productIds')
      return inside.map(({ id, name }, i) => ({ id, name, ...(i === 0 ? { under: category.name } : {}) }))
    return inside.flatMap((product) =>
      product.skus.map((sku, i) => ({
        id: sku.id,
        name: sku.name || product.name,
        ...(i === 0 ? { under: product.name } : {}),
      })),
    )
  })
}
