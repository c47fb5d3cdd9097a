import type { Store } from '../../catalogue/contract'
import type { Loyalty } from '../../points/contract'
import type { CampaignDraft, FieldFault } from '../campaign-contract'
import { countFault, faultIf } from './fault'
import type { Goods } from './prices-in-scope'

const has = (known: readonly { readonly id: string }[], id: string) => known.some((one) => one.id === id)
const unknown = (
  field: string,
  ids: readonly string[],
  known: readonly { readonly id: string }[],
  what: string,
) =>
  faultIf(
    ids.some((id) => !has(known, id)),
    field,
    `有${what}已经不在了，请重新选`,
  )

/** Goods, stores and ways that a coupon names. */
export function scopeFaults(
  { terms }: CampaignDraft,
  menu: Goods,
  stores: readonly Pick<Store, 'id' | 'ways'>[],
): FieldFault[] {
  const { categoryIds, productIds, skuIds } = terms.scope
  const skus = menu.products.flatMap((product) => product.skus)
  const meant = terms.storeIds.length === 0 ? stores : stores.filter(({ id }) => terms.storeIds.includes(id))
  const offered = meant.flatMap(({ ways }) => ways)
  return [
    ...unknown('terms.scope.categoryIds', categoryIds, menu.categories, '分类'),
    ...unknown('terms.scope.productIds', productIds, menu.products, '商品'),
    ...unknown('terms.scope.skuIds', skuIds, skus, '规格'),
    ...faultIf(
      categoryIds.some((id) => has(menu.categories, id) && !menu.products.some((p) => p.categoryId === id)),
      'terms.scope.categoryIds',
      '选中的分类里还没有商品',
    ),
    ...unknown('terms.storeIds', terms.storeIds, stores, '门店'),
    ...faultIf(
      terms.ways.some((way) => !offered.includes(way)),
      'terms.ways',
      '有一种取餐方式，适用的门店都没有开通',
    ),
    ...faultIf(
      terms.benefit.kind === 'freeDelivery' && terms.ways.some((way) => way !== 'delivery'),
      'terms.ways',
      '免配送费只用在外送上，别的取餐方式请去掉',
    ),
  ]
}

/** How it comes to a member: numbers of the way in. */
export function entryFaults({ entry }: CampaignDraft, { pointsPerYuan }: Pick<Loyalty, 'pointsPerYuan'>) {
  switch (entry.kind) {
    case 'code':
      return faultIf(!/^[A-Z0-9]{4,16}$/.test(entry.code), 'entry.code', '兑换码用 4 到 16 位大写字母或数字')
    case 'birthday':
      return countFault('entry.daysBefore', entry.daysBefore, 0, 30, '提前天数')
    case 'nthOrder':
      return countFault('entry.nth', entry.nth, 1, 1000, '第几单')
    case 'dormant':
      return countFault('entry.days', entry.days, 7, 365, '没来的天数')
    case 'points':
      return [
        ...countFault('entry.points', entry.points, 1, 1_000_000, '积分'),
        ...faultIf(pointsPerYuan === 0, 'entry.points', '店里没有开通积分，没有人换得起'),
      ]
    default:
      return []
  }
}

/** Who may have one, and whether there can be such a member when it is given. */
export function audienceFaults(
  { audience, entry }: CampaignDraft,
  { tiers }: Pick<Loyalty, 'tiers'>,
): FieldFault[] {
  const { newMembers, tierIds, tags } = audience
  const first = tiers.find((tier) => tier.fromFen === 0)
  const onlyHigher = tierIds.length > 0 && !tierIds.includes(first?.id ?? '')
  const hasPaid = entry.kind === 'nthOrder' || entry.kind === 'dormant'
  return [
    ...unknown('audience.tierIds', tierIds, tiers, '等级'),
    ...faultIf(
      entry.kind === 'monthly' && tierIds.length === 0,
      'audience.tierIds',
      '每月等级券要选给哪些等级',
    ),
    ...faultIf(newMembers && hasPaid, 'audience.newMembers', '拿到这张券的人都下过单，不会是新客'),
    ...faultIf(
      newMembers && onlyHigher,
      'audience.tierIds',
      '新客还没有消费，都在最低等级，选的等级里没有新客',
    ),
    ...faultIf(
      entry.kind === 'signup' && (onlyHigher || tags.length > 0),
      tags.length > 0 ? 'audience.tags' : 'audience.tierIds',
      '刚加入的人没有标签，也都在最低等级，没有人拿得到',
    ),
    ...faultIf(
      tags.some((tag) => tag.trim() === '' || tag.length > 20) || tags.length > 20,
      'audience.tags',
      '标签不能是空的，每个最多 20 个字，最多 20 个',
    ),
  ]
}
