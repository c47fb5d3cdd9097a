import type { Menu, Product, Shop, Store } from '@shared/catalogue/contract'
import { benefitWords } from '@shared/coupons/benefit'
import type { Offer } from '@shared/coupons/contract'
import { limitWords, scopeWords, type Names } from '@shared/coupons/scope-words'
import { yuan } from '@shared/kernel/money'
import { maskName } from '@shared/members/mask'
import type { Member } from '@shared/members/contract'
import type { WantedTarget } from '@shared/referral/contract'
import type { Dish, PosterContent, Subject } from './content'
import type { Asset } from './marks'

/** What the phone knows when a poster is made. */
export type Known = {
  readonly shop: Shop
  readonly menu: Menu
  readonly store: Store | null
  readonly member: Member
  readonly names: Names
  /** The coupon that the poster is about, and how long it is good for; null on any other poster. */
  readonly offer: Offer | null
  readonly validity: string
}
/** A poster's words, and where its pictures come from (file ids; the code's comes from the cloud). */
export type Draft = {
  readonly content: PosterContent
  readonly sources: Readonly<Partial<Record<Asset, string>>>
}

const DISHES = 3
/** What a shop is proud of comes first. */
const PROUD: readonly string[] = ['店长推荐', '热销', '新品']
const HINT = '长按识别小程序码'

/** The poster of a target; null when the shop has no such thing (any more). */
export function draftOf(target: WantedTarget, known: Known): Draft | null {
  const made = subjectOf(target, known)
  if (made === null) return null
  const { shop, member } = known
  const { avatar } = member
  return {
    content: {
      shopName: shop.name,
      who: maskName(member.nickname),
      gift: giftOf(made.subject, shop),
      hint: HINT,
      subject: made.subject,
    },
    sources: { ...made.sources, ...(avatar === '' ? {} : { avatar }) },
  }
}

type Made = { readonly subject: Subject; readonly sources: Draft['sources'] }

function subjectOf(target: WantedTarget, known: Known): Made | null {
  if (target.kind === 'shop') return shopSubject(known)
  if (target.kind === 'campaign') return couponSubject(known)
  if (target.kind === 'order') return null
  const product = known.menu.products.find(({ id }) => id === target.productId)
  if (product === undefined) return null
  return {
    subject: { kind: 'product', ...dishOf(product) },
    sources: product.picture === '' ? {} : { picture: product.picture },
  }
}

function shopSubject({ menu, store }: Known): Made {
  const dishes = proudest(menu)
  const plates = dishes.map(({ picture }, i) => [`plate${i}`, picture] as const)
  return {
    subject: {
      kind: 'shop',
      motto: '我常来的小店',
      place: store === null ? '' : `${store.name} · ${store.address}`,
      dishes: dishes.map(dishOf),
    },
    sources: Object.fromEntries(plates.filter(([, picture]) => picture !== '')),
  }
}

/** One dish of a category first, so that a poster shows what the shop has, then more of the same. */
export function proudest(menu: Menu): readonly Product[] {
  const rank = ({ marks }: Product) => {
    const at = PROUD.findIndex((mark) => marks.includes(mark))
    return at < 0 ? PROUD.length : at
  }
  const ranked = [...menu.products].sort((a, b) => rank(a) - rank(b))
  const firsts = ranked.filter((p, i) => ranked.findIndex((q) => q.categoryId === p.categoryId) === i)
  return [...firsts, ...ranked.filter((p) => !firsts.includes(p))].slice(0, DISHES)
}

function couponSubject({ offer, names, validity }: Known): Made | null {
  if (offer === null) return null
  const { terms } = offer
  const { big, unit, line } = benefitWords(terms.benefit)
  const about = [scopeWords(terms, names), ...limitWords(terms, names)].join(' · ')
  return {
    subject: {
      kind: 'coupon',
      large: big,
      unit,
      condition: line,
      title: terms.title,
      about: [about, validity],
    },
    sources: {},
  }
}

function dishOf({ name, intro, skus }: Product): Dish {
  const prices = skus.map(({ priceFen }) => priceFen)
  const lowest = Math.min(...prices)
  return { name, intro, price: yuan(lowest), from: prices.some((fen) => fen > lowest) }
}

/** What the friend finds behind the code: never a gain for passing it on. */
function giftOf(subject: Subject, { welcome }: Shop): readonly string[] {
  if (subject.kind === 'coupon') return ['这张券在领券中心', '打开就能领']
  if (welcome !== null)
    return ['新会员入会就有', welcome.title.endsWith('券') ? welcome.title : `${welcome.title} 券`]
  return subject.kind === 'product' ? ['线上点好，到店就取'] : ['看看今天的菜单']
}
