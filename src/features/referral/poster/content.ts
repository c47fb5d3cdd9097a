import type { Asset } from './marks'

/** A dish as a poster names it. */
export type Dish = {
  readonly name: string
  readonly intro: string
  /** Yuan without the sign: 15 or 12.5. `from`: larger sizes cost more. */
  readonly price: string
  readonly from: boolean
}

export type Subject =
  | ({ readonly kind: 'product' } & Dish)
  /** At most three dishes, each shown by its `plate…`. */
  | {
      readonly kind: 'shop'
      readonly motto: string
      readonly place: string
      readonly dishes: readonly Dish[]
    }
  | {
      readonly kind: 'coupon'
      /** 5, 8.5 or 免配送; `unit` 元, 折 or ''. */
      readonly large: string
      readonly unit: string
      readonly condition: string
      readonly title: string
      readonly about: readonly string[]
    }

/** Everything that stands on a poster, in words. */
export type PosterContent = {
  readonly shopName: string
  /** Who passes it on, masked already; '' leaves the name out. */
  readonly who: string
  /** What a friend gets, or what they find: two lines, or one that may be broken into two. */
  readonly gift: readonly string[]
  readonly hint: string
  readonly subject: Subject
}

/** Pictures that could be loaded. */
export type Loaded = ReadonlySet<Asset>
