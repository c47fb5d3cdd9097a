import * as v from 'valibot'
import { action } from '../kernel/action'
import { Count, FenAmount, Id } from '../kernel/fields'
import { Terms } from '../coupons/terms-contract'
import { Loyalty } from '../points/contract'
import { Store } from './store-contract'

/** 规格: what is priced and counted in stock (中杯 / 大杯). `id` is unique in the whole menu. */
export const Sku = v.object({
  id: Id,
  name: v.string(),
  priceFen: FenAmount,
  /** What members pay instead; absent: the same. */
  memberFen: v.exactOptional(FenAmount),
})
/** One choice of an option group; `deltaFen` is added to the unit price. `id` is unique within its product. */
export const Choice = v.object({ id: Id, name: v.string(), deltaFen: FenAmount })
/** 做法: temperature, sugar… exactly one choice when `max` is 1, else up to `max` (加料). */
export const OptionGroup = v.object({
  id: Id,
  name: v.string(),
  choices: v.array(Choice),
  /** Preselected choices; empty only when the group may stay empty (`max` > 1). */
  defaults: v.array(Id),
  max: Count,
})
export const Product = v.object({
  id: Id,
  categoryId: Id,
  name: v.string(),
  intro: v.string(),
  /** File id of the picture: `cloud://<env>.<bucket>/pictures/latte.webp`. */
  picture: v.string(),
  /** Short marks on the card: 新品, 热销… */
  marks: v.array(v.string()),
  skus: v.array(Sku),
  options: v.array(OptionGroup),
  /** Sets of sku or choice ids that can't be had together: [hot, less-ice]. */
  impossible: v.array(v.array(Id)),
})
export const Category = v.object({ id: Id, name: v.string() })
/** The whole menu, one document; `version` grows with each change, so an unchanged menu is not sent again. */
export const Menu = v.object({ version: Count, categories: v.array(Category), products: v.array(Product) })

/** 打包方式 */
export const Packaging = v.object({ id: Id, name: v.string(), feeFen: FenAmount })
/** The shop as it is now: small, read on every visit. */
export const Shop = v.object({
  name: v.string(),
  notice: v.string(),
  menuVersion: Count,
  stores: v.array(Store),
  packaging: v.array(Packaging),
  /** Message templates the client asks consent for on the submit tap: name → WeChat template id. */
  templates: v.record(v.string(), v.string()),
  /** The coupon that comes with joining now; null: none does. */
  welcome: v.nullable(Terms),
  loyalty: Loyalty,
  /** Whether it has a promoters' programme (推客计划), open or closed: only then is there a way to its page. */
  promoting: v.boolean(),
})

/** The menu when `known` is not the current version; the shop always (it is what changes). */
export const menu = action({
  name: 'catalogue.menu',
  input: v.strictObject({ known: v.nullable(Count) }),
  output: v.object({ shop: Shop, menu: v.nullable(Menu), soldOut: v.record(Id, v.array(Id)) }),
  refusals: [],
})

export type Sku = v.InferOutput<typeof Sku>
export type Choice = v.InferOutput<typeof Choice>
export type OptionGroup = v.InferOutput<typeof OptionGroup>
export type Product = v.InferOutput<typeof Product>
export type Category = v.InferOutput<typeof Category>
export type Menu = v.InferOutput<typeof Menu>
export type Packaging = v.InferOutput<typeof Packaging>
export type Shop = v.InferOutput<typeof Shop>
export type { Delivery, Hours, PickupPoint, Preorder, Slot, Store, Way } from './store-contract'
