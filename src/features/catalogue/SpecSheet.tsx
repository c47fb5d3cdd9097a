import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { OptionGroup, Product, Sku } from '@shared/catalogue/contract'
import { yuan } from '@shared/kernel/money'
import { isRefused } from '@shared/kernel/refusal'
import type { CartLine } from '@shared/orders/contract'
import { blockedIds, specText, unitPrice, type UnitPrice } from '@shared/pricing/unit-price'
import { PassOn } from '@/features/referral'
import { picture } from '@/platform/picture'
import { Picture } from '@/ui/Picture'
import { Chip } from '@/ui/Chip'
import { Money } from '@/ui/Money'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Sheet } from '@/ui/Sheet'
import { Stepper } from '@/ui/Stepper'
import { unitFor, useBuyer, type Buyer } from './member-price'
import { passedOn } from './passed-on'
import { isFull, openingSelection, tapChoice, type Selection } from './selection'
import './SpecSheet.scss'

type Props = {
  /** null: closed. */
  readonly product: Product | null
  readonly soldOut: readonly string[]
  readonly onClose: () => void
  readonly onAdd: (line: CartLine) => void
}

/** Chooses size and making of one product. */
export function SpecSheet({ product, ...rest }: Props) {
  // Keyed: another product starts from its own defaults.
  return product === null ? null : <OpenSheet key={product.id} product={product} {...rest} />
}

function OpenSheet({ product, soldOut, onClose, onAdd }: Props & { readonly product: Product }) {
  const [selection, setSelection] = useState(() => openingSelection(product, soldOut))
  const gone = soldOut.includes(selection.skuId)
  const price = unitPrice(product, selection.skuId, selection.choices)
  const blocked = blockedIds(product, selection.skuId, selection.choices)
  const add = (qty: number) =>
    onAdd({ productId: product.id, skuId: selection.skuId, choices: [...selection.choices], qty })
  const buyer = useBuyer()
  const chosen = { product, selection, blocked, buyer, onSelect: setSelection }
  return (
    <Sheet
      open
      onClose={onClose}
      className='spec'
      footer={
        <Foot
          summary={specText(product, selection.skuId, selection.choices)}
          price={isRefused(price) ? null : price}
          buyer={buyer}
          gone={gone}
          onAdd={add}
        />
      }
    >
      <View className='spec__plate'>
        <Picture className='spec__picture' src={picture(product.picture)} iconSize='xl' />
      </View>
      <View className='spec__body'>
        <Head product={product} />
        <Sizes {...chosen} soldOut={soldOut} />
        {product.options.map((group) => (
          <Options key={group.id} {...chosen} group={group} />
        ))}
      </View>
    </Sheet>
  )
}

function Head({ product }: { readonly product: Product }) {
  return (
    <>
      <View className='spec__head'>
        <Text className='spec__name'>{product.name}</Text>
        <PassOn passed={passedOn(product)} />
      </View>
      <Text className='spec__intro'>{product.intro}</Text>
    </>
  )
}

type FootProps = {
  readonly summary: string
  /** null: what is chosen can't be had together. */
  readonly price: Pick<UnitPrice, 'unitFen' | 'memberUnitFen'> | null
  readonly buyer: Buyer
  readonly gone: boolean
  readonly onAdd: (qty: number) => void
}

/** What is chosen, what it costs, how many. */
function Foot({ summary, price, buyer, gone, onAdd }: FootProps) {
  const [qty, setQty] = useState(1)
  const { unitFen, memberUnitFen } = price ?? { unitFen: 0, memberUnitFen: 0 }
  const ownFen = unitFor(buyer, unitFen, memberUnitFen)
  return (
    <View className='spec__foot'>
      <Text className='spec__summary'>{summary}</Text>
      <View className='spec__row'>
        <View className='spec__price'>
          <Money fen={ownFen * qty} size='l' tone='accent' />
          {ownFen < unitFen && <Money fen={unitFen * qty} size='s' was />}
          {ownFen < unitFen && <Text className='spec__member'>会员价</Text>}
        </View>
        <Stepper qty={qty} min={1} onChange={setQty} />
      </View>
      <PrimaryButton
        className='spec__add'
        size='l'
        disabled={gone || price === null}
        onTap={() => onAdd(qty)}
      >
        {gone ? '今日售罄' : '加入购物车'}
      </PrimaryButton>
    </View>
  )
}

type GroupProps = {
  readonly product: Product
  readonly selection: Selection
  readonly blocked: ReadonlySet<string>
  readonly buyer: Buyer
  readonly onSelect: (selection: Selection) => void
}

function Sizes({
  product,
  selection,
  blocked,
  buyer,
  soldOut,
  onSelect,
}: GroupProps & Pick<Props, 'soldOut'>) {
  const own = ({ priceFen, memberFen = priceFen }: Sku) => unitFor(buyer, priceFen, memberFen)
  if (product.skus.length < 2) return null
  return (
    <View className='spec__group'>
      <Text className='spec__title'>规格</Text>
      <View className='spec__chips'>
        {product.skus.map((sku) => (
          <Chip
            key={sku.id}
            label={sku.name}
            extra={soldOut.includes(sku.id) ? '售罄' : `¥${yuan(own(sku))}`}
            on={sku.id === selection.skuId}
            disabled={soldOut.includes(sku.id) || blocked.has(sku.id)}
            onTap={() => onSelect({ ...selection, skuId: sku.id })}
          />
        ))}
      </View>
    </View>
  )
}

function Options({
  product,
  group,
  selection,
  blocked,
  onSelect,
}: GroupProps & { readonly group: OptionGroup }) {
  const full = isFull(group, selection)
  const clashes = group.choices.some((choice) => blocked.has(choice.id))
  return (
    <View className='spec__group'>
      <Text className='spec__title'>{group.name}</Text>
      <View className='spec__chips'>
        {group.choices.map((choice) => {
          const on = selection.choices.includes(choice.id)
          return (
            <Chip
              key={choice.id}
              label={choice.name}
              {...(choice.deltaFen === 0 ? {} : { extra: signed(choice.deltaFen) })}
              on={on}
              disabled={!on && (full || blocked.has(choice.id))}
              onTap={() => onSelect(tapChoice(product, selection, group, choice.id))}
            />
          )
        })}
      </View>
      {clashes && <Text className='spec__clash'>灰色的和已选的不能一起做</Text>}
    </View>
  )
}

const signed = (fen: number) => (fen > 0 ? `+¥${yuan(fen)}` : `-¥${yuan(-fen)}`)
