import { menuRow, store } from '../../tests/builders/shop-rows'
import { DAY_MS } from '../kernel/time'
import type { CampaignDraft } from './campaign-contract'
import { campaignFaults, type FaultFacts } from './campaign-faults'
import type { Benefit, Terms } from './terms-contract'

const NOW = Date.UTC(2026, 10, 22, 2)
const tier = (id: string, fromFen: number) => ({ id, name: id, fromFen, priceBp: 10_000, pointsBp: 10_000 })
const delivery = {
  radiusM: 3000,
  minimumFen: 0,
  bands: [
    { toM: 1000, feeFen: 300 },
    { toM: 3000, feeFen: 600 },
  ],
  freeFromFen: null,
  minutes: 30,
}
const milk = {
  id: 'milk',
  name: '加料',
  choices: [
    { id: 'oat', name: '燕麦奶', deltaFen: 300 },
    { id: 'shot', name: '浓缩', deltaFen: 400 },
  ],
  defaults: [],
  max: 2,
}
/** Coffee at 16 and 19, with up to 7 of additions; a bagel at 8; a category without goods. */
const menu = {
  categories: [...menuRow.categories, { id: 'empty', name: '空' }],
  products: menuRow.products.map((p) => (p.id === 'latte' ? { ...p, options: [milk] } : p)),
}
const facts = (over: Partial<FaultFacts> = {}): FaultFacts => ({
  menu,
  stores: [store, { ...store, id: 's2', ways: ['delivery'], delivery }],
  loyalty: { pointsPerYuan: 1, tiers: [tier('green', 0), tier('gold', 60_000)] },
  now: NOW,
  before: null,
  ...over,
})

type Change = Omit<Partial<CampaignDraft>, 'terms'> & { readonly terms?: Partial<Terms> }
const draft = ({ terms, ...over }: Change = {}): CampaignDraft => ({
  name: '秋日立减',
  entry: { kind: 'claim' },
  terms: {
    benefit: { kind: 'amountOff', offFen: 300, thresholdFen: 2000 },
    title: '满 20 减 3',
    source: '领券中心',
    scope: { categoryIds: [], productIds: [], skuIds: [] },
    storeIds: [],
    ways: [],
    days: [],
    hours: [],
    ...terms,
  },
  validity: { kind: 'days', days: 7 },
  audience: { newMembers: false, tierIds: [], tags: [] },
  perMember: 1,
  budget: { count: 100, fen: null, shards: 1 },
  startAt: NOW,
  endAt: NOW + 30 * DAY_MS,
  ...over,
})
const fieldsOf = (change: Change, over: Partial<FaultFacts> = {}) =>
  campaignFaults(draft(change), facts(over)).map(({ field }) => field)
const coffee = { categoryIds: ['coffee'], productIds: [], skuIds: [] }
const of = (benefit: Benefit, terms: Partial<Terms> = {}): Change => ({
  terms: { benefit, scope: coffee, ...terms },
})
const everyone = { newMembers: false, tierIds: [], tags: [] }
const hour = (from: number, to: number) => ({ from: from * 60, to: to * 60 })

it.each<[string, Change]>([
  ['满减', {}],
  ['8.5 折', of({ kind: 'percentOff', payBp: 8500, capFen: 1000, thresholdFen: 2000 })],
  ['9.9 一杯', of({ kind: 'fixedPrice', priceFen: 990, capFen: 910 })],
  ['第二杯半价', of({ kind: 'nthUnit', nth: 2, payBp: 5000, capFen: 950 })],
  ['兑换', of({ kind: 'exchange', capFen: 1900 })],
  ['买二送一', of({ kind: 'buyNGetM', buy: 2, get: 1, capFen: 2600 })],
  [
    '免配送',
    { terms: { benefit: { kind: 'freeDelivery', capFen: 600, thresholdFen: 0 }, ways: ['delivery'] } },
  ],
  ['weekend afternoons', { terms: { days: [6, 0], hours: [hour(14, 17), hour(19, 24)] } }],
  ['three each', { perMember: 3 }],
  ['by tier each month', { entry: { kind: 'monthly' }, audience: { ...everyone, tierIds: ['gold'] } }],
  ['a rush', { budget: { count: 100, fen: 30_000, shards: 8 } }],
  ['a birthday', { entry: { kind: 'birthday', daysBefore: 6 } }],
  ['of any way that a store in scope has', { terms: { storeIds: ['s2'], ways: ['delivery'] } }],
])('lets %s pass', (_, change) => {
  expect(campaignFaults(draft(change), facts())).toEqual([])
})

const B = 'terms.benefit'
it.each<[string, Change, string]>([
  ['nothing off', of({ kind: 'amountOff', offFen: 0, thresholdFen: 2000 }), `${B}.offFen`],
  ['a negative amount', of({ kind: 'amountOff', offFen: -300, thresholdFen: 2000 }), `${B}.offFen`],
  ['half a fen', of({ kind: 'amountOff', offFen: 300.5, thresholdFen: 2000 }), `${B}.offFen`],
  ['a huge amount', of({ kind: 'amountOff', offFen: 100_001, thresholdFen: 200_000 }), `${B}.offFen`],
  ['no number', of({ kind: 'amountOff', offFen: NaN, thresholdFen: 2000 }), `${B}.offFen`],
  [
    'a threshold at what is off',
    of({ kind: 'amountOff', offFen: 300, thresholdFen: 300 }),
    `${B}.thresholdFen`,
  ],
  ['a threshold below', of({ kind: 'amountOff', offFen: 300, thresholdFen: 0 }), `${B}.thresholdFen`],
  ['a negative threshold', of({ kind: 'amountOff', offFen: 300, thresholdFen: -1 }), `${B}.thresholdFen`],
  ['a huge threshold', of({ kind: 'amountOff', offFen: 300, thresholdFen: 2e6 }), `${B}.thresholdFen`],
  ['0 折', of({ kind: 'percentOff', payBp: 0, capFen: 100, thresholdFen: 0 }), `${B}.payBp`],
  ['10 折', of({ kind: 'percentOff', payBp: 10_000, capFen: 100, thresholdFen: 0 }), `${B}.payBp`],
  ['11 折', of({ kind: 'percentOff', payBp: 11_000, capFen: 100, thresholdFen: 0 }), `${B}.payBp`],
  ['a share of a point', of({ kind: 'percentOff', payBp: 0.5, capFen: 100, thresholdFen: 0 }), `${B}.payBp`],
  ['no cap', of({ kind: 'percentOff', payBp: 8500, capFen: 0, thresholdFen: 0 }), `${B}.capFen`],
  [
    'a cap reached before the threshold',
    of({ kind: 'percentOff', payBp: 8500, capFen: 299, thresholdFen: 2000 }),
    `${B}.capFen`,
  ],
  ['a price of nothing', of({ kind: 'fixedPrice', priceFen: 0, capFen: 910 }), `${B}.priceFen`],
  ['a price that is none', of({ kind: 'fixedPrice', priceFen: 2600, capFen: 910 }), `${B}.priceFen`],
  ['a price that the cap can’t reach', of({ kind: 'fixedPrice', priceFen: 990, capFen: 909 }), `${B}.capFen`],
  ['a cap that no price needs', of({ kind: 'fixedPrice', priceFen: 990, capFen: 1611 }), `${B}.capFen`],
  ['the nth of none', of({ kind: 'nthUnit', nth: 0, payBp: 5000, capFen: 950 }), `${B}.nth`],
  ['the first unit', of({ kind: 'nthUnit', nth: 1, payBp: 5000, capFen: 950 }), `${B}.nth`],
  ['a second unit for nothing', of({ kind: 'nthUnit', nth: 2, payBp: 0, capFen: 950 }), `${B}.payBp`],
  ['half price above the cap', of({ kind: 'nthUnit', nth: 2, payBp: 5000, capFen: 949 }), `${B}.capFen`],
  ['an exchange without a cap', of({ kind: 'exchange', capFen: 0 }), `${B}.capFen`],
  ['an exchange of what costs more', of({ kind: 'exchange', capFen: 1899 }), `${B}.capFen`],
  ['an exchange that reserves too much', of({ kind: 'exchange', capFen: 2601 }), `${B}.capFen`],
  ['nothing to buy', of({ kind: 'buyNGetM', buy: 0, get: 1, capFen: 1900 }), `${B}.buy`],
  ['nothing to get', of({ kind: 'buyNGetM', buy: 2, get: 0, capFen: 1900 }), `${B}.get`],
  ['a hundred to get', of({ kind: 'buyNGetM', buy: 2, get: 100, capFen: 1900 }), `${B}.get`],
  ['two free below the cap', of({ kind: 'buyNGetM', buy: 2, get: 2, capFen: 3799 }), `${B}.capFen`],
  [
    'a fee above every fee',
    of({ kind: 'freeDelivery', capFen: 601, thresholdFen: 0 }, { ways: ['delivery'] }),
    `${B}.capFen`,
  ],
  [
    'delivery where none is',
    of({ kind: 'freeDelivery', capFen: 600, thresholdFen: 0 }, { storeIds: ['s1'] }),
    B,
  ],
  [
    'delivery for who fetches it',
    of({ kind: 'freeDelivery', capFen: 600, thresholdFen: 0 }, { ways: ['pickup'] }),
    'terms.ways',
  ],
])('names the benefit’s field for %s', (_, change, field) => {
  expect(fieldsOf(change)).toContain(field)
})

it.each<[string, Change, string]>([
  ['no name', { name: ' ' }, 'name'],
  ['no title', { terms: { title: '' } }, 'terms.title'],
  ['a long title', { terms: { title: '满'.repeat(21) } }, 'terms.title'],
  ['no source', { terms: { source: '' } }, 'terms.source'],
  [
    'a category that is gone',
    { terms: { scope: { ...coffee, categoryIds: ['tea'] } } },
    'terms.scope.categoryIds',
  ],
  [
    'a category without goods',
    { terms: { scope: { ...coffee, categoryIds: ['empty'] } } },
    'terms.scope.categoryIds',
  ],
  [
    'a product that is gone',
    { terms: { scope: { ...coffee, productIds: ['mocha'] } } },
    'terms.scope.productIds',
  ],
  ['a sku that is gone', { terms: { scope: { ...coffee, skuIds: ['latte-xl'] } } }, 'terms.scope.skuIds'],
  ['a store that is gone', { terms: { storeIds: ['s9'] } }, 'terms.storeIds'],
  ['a way that no store has', { terms: { ways: ['preorder'] } }, 'terms.ways'],
  ['a way that the store has not', { terms: { storeIds: ['s1'], ways: ['delivery'] } }, 'terms.ways'],
  ['an eighth day', { terms: { days: [7] } }, 'terms.days'],
  ['a day twice', { terms: { days: [1, 1] } }, 'terms.days'],
  [
    'days that never come in time',
    { terms: { days: [1] }, validity: { kind: 'days', days: 6 } },
    'terms.days',
  ],
  [
    'days outside the dates',
    {
      terms: { days: [3] },
      endAt: NOW + DAY_MS,
      validity: { kind: 'dates', startAt: NOW, endAt: NOW + 2 * DAY_MS },
    },
    'terms.days',
  ],
  ['hours reversed', { terms: { hours: [hour(17, 14)] } }, 'terms.hours'],
  ['no time at all', { terms: { hours: [hour(14, 14)] } }, 'terms.hours'],
  ['hours after midnight', { terms: { hours: [hour(20, 25)] } }, 'terms.hours'],
  ['hours twice', { terms: { hours: [hour(14, 17), hour(16, 18)] } }, 'terms.hours'],
  ['an end before the start', { endAt: NOW - 1 }, 'endAt'],
  ['an end in the past', { startAt: NOW - 9 * DAY_MS, endAt: NOW }, 'endAt'],
  ['an end beyond sense', { endAt: NOW + 732 * DAY_MS }, 'endAt'],
  ['a start beyond sense', { startAt: NOW + 367 * DAY_MS, endAt: NOW + 368 * DAY_MS }, 'startAt'],
  ['no days', { validity: { kind: 'days', days: 0 } }, 'validity.days'],
  ['half a day', { validity: { kind: 'days', days: 0.5 } }, 'validity.days'],
  ['two years', { validity: { kind: 'days', days: 731 } }, 'validity.days'],
  ['dates reversed', { validity: { kind: 'dates', startAt: NOW + 2, endAt: NOW + 1 } }, 'validity.endAt'],
  ['dates in the past', { validity: { kind: 'dates', startAt: NOW - 2, endAt: NOW - 1 } }, 'validity.endAt'],
  [
    'coupons that end before the campaign',
    { validity: { kind: 'dates', startAt: NOW, endAt: NOW + 29 * DAY_MS } },
    'validity.endAt',
  ],
  [
    'dates longer than a year',
    { validity: { kind: 'dates', startAt: NOW, endAt: NOW + 400 * DAY_MS } },
    'validity.endAt',
  ],
  [
    'dates long after',
    { validity: { kind: 'dates', startAt: NOW + 400 * DAY_MS, endAt: NOW + 401 * DAY_MS } },
    'validity.startAt',
  ],
  ['a birthday coupon that ends before it', { entry: { kind: 'birthday', daysBefore: 7 } }, 'validity.days'],
  ['a code of other signs', { entry: { kind: 'code', code: 'hello!' } }, 'entry.code'],
  ['the 0th order', { entry: { kind: 'nthOrder', nth: 0 } }, 'entry.nth'],
  ['an absence of a day', { entry: { kind: 'dormant', days: 1 } }, 'entry.days'],
  ['a birthday two months ahead', { entry: { kind: 'birthday', daysBefore: 60 } }, 'entry.daysBefore'],
  ['0 points', { entry: { kind: 'points', points: 0 } }, 'entry.points'],
  ['a monthly coupon for no tier', { entry: { kind: 'monthly' } }, 'audience.tierIds'],
  ['a tier that is gone', { audience: { ...everyone, tierIds: ['silver'] } }, 'audience.tierIds'],
  ['an empty tag', { audience: { ...everyone, tags: [' '] } }, 'audience.tags'],
  [
    'a new member’s third order',
    { entry: { kind: 'nthOrder', nth: 3 }, audience: { ...everyone, newMembers: true } },
    'audience.newMembers',
  ],
  [
    'a new member who stays away',
    { entry: { kind: 'dormant', days: 30 }, audience: { ...everyone, newMembers: true } },
    'audience.newMembers',
  ],
  [
    'new members of a high tier',
    { audience: { ...everyone, newMembers: true, tierIds: ['gold'] } },
    'audience.tierIds',
  ],
  [
    'a welcome for a high tier',
    { entry: { kind: 'signup' }, audience: { ...everyone, tierIds: ['gold'] } },
    'audience.tierIds',
  ],
  [
    'a welcome for a tag',
    { entry: { kind: 'signup' }, audience: { ...everyone, tags: ['老师'] } },
    'audience.tags',
  ],
  ['none for each', { perMember: 0 }, 'perMember'],
  ['two where each has one', { entry: { kind: 'signup' }, perMember: 2 }, 'perMember'],
  ['more for each than for all', { perMember: 9, budget: { count: 8, fen: null, shards: 1 } }, 'perMember'],
  ['no coupon at all', { budget: { count: 0, fen: null, shards: 1 } }, 'budget.count'],
  ['half a coupon', { budget: { count: 1.5, fen: null, shards: 1 } }, 'budget.count'],
  ['coupons without end', { budget: { count: 1e9, fen: null, shards: 1 } }, 'budget.count'],
  ['money for less than one', { budget: { count: null, fen: 299, shards: 1 } }, 'budget.fen'],
  ['negative money', { budget: { count: null, fen: -1, shards: 1 } }, 'budget.fen'],
  ['money without end', { budget: { count: null, fen: 1e12, shards: 1 } }, 'budget.fen'],
  ['shards without a count', { budget: { count: null, fen: 90_000, shards: 2 } }, 'budget.shards'],
  ['more shards than coupons', { budget: { count: 3, fen: null, shards: 4 } }, 'budget.shards'],
  ['too many shards', { budget: { count: 100, fen: null, shards: 17 } }, 'budget.shards'],
  [
    'goods given away without end',
    { ...of({ kind: 'exchange', capFen: 1900 }), budget: { count: null, fen: null, shards: 1 } },
    'budget.count',
  ],
])('names the field for %s', (_, change, field) => {
  expect(fieldsOf(change)).toContain(field)
})

it('knows a shop without points, and one that delivers for nothing', () => {
  const points: Change = { entry: { kind: 'points', points: 100 } }
  expect(fieldsOf(points, { loyalty: { pointsPerYuan: 0, tiers: [] } })).toEqual(['entry.points'])
  const free = { ...delivery, bands: [{ toM: 3000, feeFen: 0 }] }
  const stores = [{ ...store, ways: ['delivery' as const], delivery: free }]
  const change = of({ kind: 'freeDelivery', capFen: 100, thresholdFen: 0 })
  expect(fieldsOf(change, { stores })).toEqual(['terms.benefit.capFen'])
})

it('gives goods away without end where they are paid for, or given by hand', () => {
  const open = { ...of({ kind: 'exchange', capFen: 1900 }), budget: { count: null, fen: null, shards: 1 } }
  expect(fieldsOf({ ...open, entry: { kind: 'points', points: 100 } })).toEqual([])
  expect(fieldsOf({ ...open, entry: { kind: 'grant' } })).toEqual([])
})

describe('a campaign that has begun', () => {
  const before = {
    state: 'running' as const,
    entry: { kind: 'claim' as const },
    issued: 40,
    issuedFen: 12_000,
  }

  it('may change its budget down to what is issued, and its terms', () => {
    const budget = { count: 40, fen: 12_000, shards: 1 }
    expect(fieldsOf({ budget, perMember: 2, terms: { title: '满 20 减 4' } }, { before })).toEqual([])
  })

  it.each<[string, Change, string]>([
    ['fewer than are issued', { budget: { count: 39, fen: null, shards: 1 } }, 'budget.count'],
    ['less money than is out', { budget: { count: null, fen: 11_999, shards: 1 } }, 'budget.fen'],
    ['another way in', { entry: { kind: 'code', code: 'HELLO' } }, 'entry'],
  ])('can’t have %s', (_, change, field) => {
    expect(fieldsOf(change, { before })).toEqual([field])
  })

  it('can’t change at all when it has ended; a draft may change everything', () => {
    expect(fieldsOf({}, { before: { ...before, state: 'ended' } })).toEqual(['state'])
    const never = { ...before, state: 'draft' as const, issued: 0, issuedFen: 0 }
    expect(fieldsOf({ entry: { kind: 'grant' } }, { before: never })).toEqual([])
  })

  it('is the same way in whatever the order of its fields', () => {
    const entry = { kind: 'code' as const, code: 'HELLO' }
    const told = { code: 'HELLO', kind: 'code' as const }
    expect(fieldsOf({ entry: told }, { before: { ...before, entry } })).toEqual([])
  })
})

it('tells every fault at once, each with a sentence', () => {
  const faults = campaignFaults(
    draft({ name: '', perMember: 0, budget: { count: 0, fen: null, shards: 1 } }),
    facts(),
  )
  expect(faults.map(({ field }) => field)).toEqual(['name', 'budget.count', 'perMember'])
  faults.forEach(({ sentence }) => expect(sentence).toMatch(/[\u4e00-\u9fff]/))
})
