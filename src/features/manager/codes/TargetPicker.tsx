import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { CampaignView } from '@shared/coupons/campaign-contract'
import { isOffered } from '@shared/coupons/campaign-state'
import type { ShopTarget } from '@shared/referral/shop-codes-contract'
import { useShop } from '@/features/catalogue'
import { Chip } from '@/ui/Chip'
import { Radio } from '@/ui/Radio'
import { loadIfStale, useCampaigns } from '../campaigns/store'

type Kind = ShopTarget['kind']
const KINDS: readonly { readonly id: Kind; readonly name: string }[] = [
  { id: 'shop', name: '店铺首页' },
  { id: 'product', name: '一件商品' },
  { id: 'campaign', name: '一个优惠' },
]

type Props = {
  readonly target: ShopTarget | null
  readonly onTarget: (target: ShopTarget | null) => void
}

/** Where a code leads: home, a product of the menu, or a coupon that can be claimed or has a code of its own. */
export function TargetPicker({ target, onTarget }: Props) {
  const [kind, setKind] = useState<Kind>('shop')
  const choose = (to: Kind) => {
    setKind(to)
    onTarget(to === 'shop' ? { kind: to } : null)
    if (to === 'campaign') void loadIfStale()
  }
  return (
    <View>
      <View className='new-code__chips'>
        {KINDS.map(({ id, name }) => (
          <Chip key={id} label={name} on={id === kind} onTap={() => choose(id)} />
        ))}
      </View>
      {kind === 'product' && <Products target={target} onTarget={onTarget} />}
      {kind === 'campaign' && <Campaigns target={target} onTarget={onTarget} />}
    </View>
  )
}

function Products({ target, onTarget }: Props) {
  const products = useShop((s) => s.menu?.products)
  if (products === undefined) return <Text className='new-code__hint'>正在读菜单</Text>
  return (
    <>
      {products.map(({ id, name }) => (
        <Choice
          key={id}
          name={name}
          on={target?.kind === 'product' && target.productId === id}
          onTap={() => onTarget({ kind: 'product', productId: id })}
        />
      ))}
    </>
  )
}

/** What a code can lead to: the cloud refuses the rest. */
const leads = ({ state, entry }: CampaignView): boolean =>
  state !== 'ended' && (isOffered(entry) || entry.kind === 'code' || entry.kind === 'channel')

function Campaigns({ target, onTarget }: Props) {
  const { campaigns, failed } = useCampaigns()
  if (campaigns === null && failed !== null)
    return (
      <Text className='new-code__hint' onClick={() => void loadIfStale()}>
        {failed.sentence}，点这里再试
      </Text>
    )
  if (campaigns === null) return <Text className='new-code__hint'>正在读优惠活动</Text>
  const open = campaigns.filter(leads)
  if (open.length === 0)
    return <Text className='new-code__hint'>还没有能领的优惠，先到「优惠活动」里开一个</Text>
  return (
    <>
      {open.map(({ id, name, state }) => (
        <Choice
          key={id}
          name={state === 'running' ? name : `${name}（还没开始）`}
          on={target?.kind === 'campaign' && target.campaignId === id}
          onTap={() => onTarget({ kind: 'campaign', campaignId: id })}
        />
      ))}
    </>
  )
}

type ChoiceProps = { readonly name: string; readonly on: boolean; readonly onTap: () => void }

const Choice = ({ name, on, onTap }: ChoiceProps) => (
  <View className='new-code__choice' onClick={onTap}>
    <Text className='new-code__name'>{name}</Text>
    <Radio on={on} />
  </View>
)
