import * as fc from 'fast-check'
import type { ProgrammeDraft } from './office-contract'
import { programmeFaults } from './programme-faults'

const facts = {
  categoryIds: ['coffee'],
  productIds: ['latte'],
  pointFen: 1,
  canTransfer: true,
  couponTitles: { autumn: '秋天的券', winter: '冬天的券' },
}
const sound: ProgrammeDraft = {
  open: true,
  rateBp: 500,
  categories: { coffee: 0 },
  products: { latte: 5000 },
  returnDays: 7,
  minimumFen: 10,
  dailyFen: 20_000,
  approvalAboveFen: 0,
  cash: true,
  transfer: true,
  transferMaxFen: 20_000,
  pointsPerYuan: 100,
  coupons: [{ campaignId: 'autumn', fen: 300 }],
  terms: '须知',
}
const fields = (over: Partial<ProgrammeDraft>, more: Partial<typeof facts> = {}) =>
  programmeFaults({ ...sound, ...over }, { ...facts, ...more }).map(({ field }) => field)

it('finds nothing wrong with a sound one, nor with one that is closed and empty', () => {
  expect(fields({})).toEqual([])
  expect(
    fields({
      open: false,
      rateBp: 0,
      products: {},
      cash: false,
      transfer: false,
      pointsPerYuan: 0,
      coupons: [],
      terms: '',
    }),
  ).toEqual([])
})

it.each<[field: string, over: Partial<ProgrammeDraft>]>([
  ['rateBp', { rateBp: 5001 }],
  ['rateBp', { rateBp: 0, products: {} }],
  ['categories.coffee', { categories: { coffee: -1 } }],
  ['categories.tea', { categories: { tea: 100 } }],
  ['products.latte', { products: { latte: 12.5 } }],
  ['products.mocha', { products: { mocha: 100 } }],
  ['returnDays', { returnDays: 31 }],
  ['minimumFen', { minimumFen: 0.5 }],
  ['minimumFen', { minimumFen: 9 }],
  ['dailyFen', { minimumFen: 20_001, transferMaxFen: 50_000 }],
  ['approvalAboveFen', { approvalAboveFen: -1 }],
  ['minimumFen', { minimumFen: 9, cash: false }],
  ['transferMaxFen', { transferMaxFen: 9 }],
  ['transferMaxFen', { minimumFen: 500, transferMaxFen: 499 }],
  ['transferMaxFen', { transferMaxFen: 200_000 }],
  ['cash', { cash: false, transfer: false, pointsPerYuan: 0, coupons: [] }],
  ['pointsPerYuan', { pointsPerYuan: -5 }],
  ['coupons.0.campaignId', { coupons: [{ campaignId: 'spring', fen: 1 }] }],
  ['coupons.0.campaignId', { coupons: [{ campaignId: 'constructor', fen: 1 }] }],
  ['coupons.0.fen', { coupons: [{ campaignId: 'autumn', fen: 0 }] }],
  ['coupons.0.fen', { coupons: [{ campaignId: 'autumn', fen: 20_001 }] }],
  [
    'coupons.1.campaignId',
    {
      coupons: [
        { campaignId: 'autumn', fen: 1 },
        { campaignId: 'autumn', fen: 2 },
      ],
    },
  ],
  ['terms', { terms: ' ' }],
])('finds what is wrong with %s', (field, over) => expect(fields(over)).toEqual([field]))

it('offers no points that are worth nothing', () => {
  expect(fields({}, { pointFen: 0 })).toEqual(['pointsPerYuan'])
})

it('offers no transfer without the keys for it', () => {
  expect(fields({}, { canTransfer: false })).toEqual(['transfer'])
  expect(fields({ transfer: false }, { canTransfer: false })).toEqual([])
})

it('answers about numbers of every kind instead of failing', () => {
  const number = fc.oneof(fc.double(), fc.integer(), fc.constant(NaN))
  const draft = fc.record({ rateBp: number, returnDays: number, minimumFen: number, dailyFen: number })
  fc.assert(fc.property(draft, (over) => expect(Array.isArray(fields(over))).toBe(true)))
})
