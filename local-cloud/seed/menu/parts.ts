import type { Choice, OptionGroup, Product, Sku } from '@shared/catalogue/contract'
import type { Fen } from '@shared/kernel/money'
import { pictureOf } from '../files'

/** 中杯 / 大杯, prices in fen. The medium cup comes first: it is what a tap on + takes. */
export const cups = (id: string, mediumFen: Fen, largeFen: Fen): Sku[] => [
  { id: `${id}-m`, name: '中杯', priceFen: mediumFen },
  { id: `${id}-l`, name: '大杯', priceFen: largeFen },
]

/** So much less for members, whatever the size. */
export const cheaperForMembers = (skus: readonly Sku[], byFen: Fen): Sku[] =>
  skus.map((sku) => ({ ...sku, memberFen: sku.priceFen - byFen }))

/** The only size a thing has; `name` is how the shop counts it: 一个, 一份. */
export const single = (id: string, name: string, priceFen: Fen): Sku[] => [{ id: `${id}-1`, name, priceFen }]

const free = (id: string, name: string): Choice => ({ id, name, deltaFen: 0 })
const extra = (id: string, name: string, deltaFen: Fen): Choice => ({ id, name, deltaFen })

/** Exactly one of `choices`; the first one is preselected unless `preselected` names another. */
export const oneOf = (
  id: string,
  name: string,
  choices: Choice[],
  preselected = choices[0]?.id,
): OptionGroup => ({
  id,
  name,
  choices,
  defaults: preselected === undefined ? [] : [preselected],
  max: 1,
})

/** Up to `max` of `choices`, none preselected. */
export const upTo = (max: number, id: string, name: string, choices: Choice[]): OptionGroup => ({
  id,
  name,
  choices,
  defaults: [],
  max,
})

const HOT = free('hot', '热')
const ICES = [free('ice', '正常冰'), free('ice-less', '少冰'), free('ice-none', '去冰')]

/** 温度: hot, or one of three ways of ice. `preselected` as the drink is usually ordered. */
export const temperature = (preselected: 'hot' | 'ice' = 'hot') =>
  oneOf('temp', '温度', [HOT, ...ICES], preselected)
export const icedOnly = () => oneOf('temp', '温度', ICES)
export const hotOrCold = (preselected: 'hot' | 'ice' = 'hot') =>
  oneOf('temp', '温度', [HOT, free('ice', '冰')], preselected)

/** 糖度 of a drink that is sweetened on order. */
export const sugar = (preselected: 'full' | '70' | 'half' | 'none' = '70') =>
  oneOf(
    'sugar',
    '糖度',
    [
      free('sugar-full', '全糖'),
      free('sugar-70', '七分糖'),
      free('sugar-half', '半糖'),
      free('sugar-none', '无糖'),
    ],
    `sugar-${preselected}`,
  )
/** For fruit and brown sugar, whose own sweetness stays: 不另加糖 is honest, 无糖 would not be. */
export const addedSugar = () =>
  oneOf('sugar', '糖度', [
    free('sugar-full', '标准甜'),
    free('sugar-half', '少甜'),
    free('sugar-none', '不另加糖'),
  ])

export const milk = () =>
  oneOf('milk', '奶', [
    free('milk-whole', '全脂牛奶'),
    free('milk-skim', '脱脂牛奶'),
    extra('milk-oat', '燕麦奶', 300),
  ])

/** 加料 for coffee. */
export const coffeeExtras = () =>
  upTo(3, 'extra', '加料（至多 3 样）', [
    extra('shot', '加一份浓缩', 400),
    extra('vanilla', '香草糖浆', 200),
    extra('hazelnut', '榛果糖浆', 200),
    extra('icecream', '香草冰淇淋球', 500),
  ])
/** 加料 for milk tea. */
export const teaExtras = () =>
  upTo(3, 'extra', '加料（至多 3 样）', [
    extra('pearl', '黑糖珍珠', 200),
    extra('nata', '椰果', 200),
    extra('jelly', '仙草冻', 200),
    extra('redbean', '蜜红豆', 200),
    extra('pudding', '鸡蛋布丁', 300),
    extra('cheese', '芝士奶盖', 400),
  ])
/** Ice cream melts and cold foam sinks in a hot cup. */
export const HOT_MELTS = [
  ['hot', 'icecream'],
  ['hot', 'cheese'],
] as const

type Dish = {
  readonly id: string
  readonly name: string
  readonly intro: string
  readonly skus: Sku[]
  readonly options?: OptionGroup[]
  readonly marks?: string[]
  readonly impossible?: readonly (readonly string[])[]
}

/** Fills in what every product of a category shares: its category, its picture, and nothing impossible unless said. */
export const dishes = (categoryId: string, list: readonly Dish[]): Product[] =>
  list.map((d) => ({
    id: d.id,
    categoryId,
    name: d.name,
    intro: d.intro,
    picture: pictureOf(d.id),
    marks: d.marks ?? [],
    skus: d.skus,
    options: d.options ?? [],
    impossible: (d.impossible ?? []).map((set) => [...set]),
  }))

/** Warmed up before it is handed over, or as it is. */
export const warming = () => oneOf('warm', '加热', [free('warm', '帮我加热'), free('warm-no', '不加热')])
export const plain = free
export const paid = extra
