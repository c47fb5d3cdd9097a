import { Menu } from '@shared/catalogue/contract'
import type { Product } from '@shared/catalogue/contract'
import { isRefused } from '@shared/kernel/refusal'
import { specText, unitPrice } from '@shared/pricing/unit-price'
import * as v from 'valibot'
import { menuRow } from '.'
import { drawings } from '../art'
import { pictureOf } from '../files'

const { products, categories } = menuRow
const named = (id: string): Product => {
  const found = products.find((p) => p.id === id)
  if (!found) throw new Error(`no ${id}`)
  return found
}
const choiceIds = (p: Product) => p.options.flatMap((g) => g.choices.map((c) => c.id))
const repeated = (ids: readonly string[]) => ids.filter((id, i) => ids.indexOf(id) !== i)

/** Every way to choose exactly one of each one-of group, with at most one extra. */
function selections(p: Product): string[][] {
  const oneOf = p.options
    .filter((g) => g.max === 1)
    .reduce<string[][]>((sets, g) => sets.flatMap((s) => g.choices.map((c) => [...s, c.id])), [[]])
  const extras = p.options.filter((g) => g.max > 1).flatMap((g) => g.choices.map((c) => c.id))
  return oneOf.flatMap((s) => [s, ...extras.map((e) => [...s, e])])
}

describe('the demo menu', () => {
  it('fits the contract and is a whole shop: five categories, each with something, at least 34 things', () => {
    const { version, categories: cats, products: all } = menuRow
    expect(v.safeParse(Menu, { version, categories: cats, products: all }).success).toBe(true)
    expect(categories).toHaveLength(5)
    expect(products.length).toBeGreaterThanOrEqual(34)
    categories.forEach((c) => expect(products.filter((p) => p.categoryId === c.id).length).toBeGreaterThan(4))
    expect(products.filter((p) => !categories.some((c) => c.id === p.categoryId))).toEqual([])
  })

  it('names every product and every sku once in the menu, every choice once in its product', () => {
    expect(repeated(products.map((p) => p.id))).toEqual([])
    expect(repeated(products.map((p) => p.name))).toEqual([])
    expect(repeated(products.flatMap((p) => p.skus.map((s) => s.id)))).toEqual([])
    products.forEach((p) => expect(repeated([...choiceIds(p), ...p.skus.map((s) => s.id)])).toEqual([]))
  })

  it.each(products.map((p) => [p.name, p] as const))(
    '%s: what is preselected can be had with every sku',
    (_, p) => {
      const defaults = p.options.flatMap((g) => g.defaults)
      p.skus.forEach((sku) => expect(unitPrice(p, sku.id, defaults)).toMatchObject({ sku: { id: sku.id } }))
      p.options.forEach((g) => expect(g.defaults).toHaveLength(g.max === 1 ? 1 : 0))
    },
  )

  it.each(products.map((p) => [p.name, p] as const))(
    '%s: impossible pairs name what exists, and leave every choice a way',
    (_, p) => {
      const known = [...choiceIds(p), ...p.skus.map((s) => s.id)]
      p.impossible.forEach((set) => {
        expect(set.length).toBeGreaterThan(1)
        expect(set.filter((id) => !known.includes(id))).toEqual([])
        // two skus, or two choices of a one-of group, can't be picked together anyway
        const kinds = [
          p.skus.map((s) => s.id),
          ...p.options.filter((g) => g.max === 1).map((g) => g.choices.map((c) => c.id)),
        ]
        kinds.forEach((kind) => expect(set.filter((id) => kind.includes(id)).length).toBeLessThan(2))
      })
      const possible = p.skus.flatMap((s) =>
        selections(p)
          .filter((c) => !isRefused(unitPrice(p, s.id, c)))
          .flat(),
      )
      expect(choiceIds(p).filter((id) => !possible.includes(id))).toEqual([])
    },
  )

  it('prices in fen: skus above zero, whole jiao, a larger cup never cheaper; choices add nothing below zero', () => {
    products.forEach((p) => {
      p.skus.forEach((s) => expect([s.priceFen > 0, s.priceFen % 10]).toEqual([true, 0]))
      expect(p.skus.map((s) => s.priceFen)).toEqual([...p.skus.map((s) => s.priceFen)].sort((a, b) => a - b))
      p.options.forEach((g) => g.choices.forEach((c) => expect(c.deltaFen).toBeGreaterThanOrEqual(0)))
    })
  })

  it('offers a latte 大杯 / 少冰 / 半糖, and refuses ice cream in a hot one', () => {
    const latte = named('latte')
    const choices = ['ice-less', 'sugar-half', 'milk-whole']
    expect(unitPrice(latte, 'latte-l', choices)).toMatchObject({ unitFen: 1800 })
    expect(specText(latte, 'latte-l', choices)).toContain('大杯 / 少冰 / 半糖')
    expect(unitPrice(latte, 'latte-m', ['hot', 'sugar-none', 'milk-whole', 'icecream'])).toMatchObject({
      refused: 'IMPOSSIBLE',
    })
    expect(choiceIds(named('dirty'))).not.toContain('hot')
  })

  it('speaks as a small shop may: short, and no superlative or cure that advertising law forbids', () => {
    const forbidden = /最|第一|唯一|顶级|极致|首选|绝对|国家级|100%|纯天然|无添加|养生|治疗|治愈|减肥|降血/
    products.forEach((p) => {
      expect(p.intro.length).toBeGreaterThan(4)
      expect([...p.intro].length).toBeLessThanOrEqual(24)
      expect(`${p.name}${p.intro}${p.marks.join('')}`).not.toMatch(forbidden)
      expect(['新品', '热销', '店长推荐']).toEqual(expect.arrayContaining(p.marks))
    })
  })

  it('shows each product in a picture of its own', () => {
    const own = products.map((p) => drawings[p.id])
    expect(products.filter((p) => !drawings[p.id]).map((p) => p.id)).toEqual([])
    expect(new Set(own).size).toBe(products.length)
    products.forEach((p) => expect(p.picture).toBe(pictureOf(p.id)))
  })
})
