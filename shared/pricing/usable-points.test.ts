import { NOW } from '../../tests/builders/carts'
import { shopMonth } from '../kernel/time'
import { EMPTY_ACCOUNT } from '../points/account'
import { usablePoints } from './usable-points'

const loyalty = { pointsPerYuan: 1, pointFen: 5, mostShareBp: 5000, validMonths: 12, tiers: [] }
const has = (points: number) => ({ ...EMPTY_ACCOUNT, lots: { [shopMonth(NOW)]: points } })

it.each([
  ['all of a small balance', 1999, has(100), loyalty, 100],
  ['whole points of the share that the shop allows', 1999, has(900), loyalty, 199],
  ['nothing of goods that cost nothing', 0, has(900), loyalty, 0],
  ['nothing without an account', 1999, null, loyalty, 0],
  ['nothing where points are worth nothing', 1999, has(900), { ...loyalty, pointFen: 0 }, 0],
  ['nothing in a shop without points', 1999, has(900), { ...loyalty, pointsPerYuan: 0 }, 0],
  ['nothing where no share is allowed', 1999, has(900), { ...loyalty, mostShareBp: 0 }, 0],
  ['everything where all of it is allowed', 2000, has(900), { ...loyalty, mostShareBp: 10_000 }, 400],
  [
    'no points whose month is over',
    1999,
    { ...EMPTY_ACCOUNT, lots: { [shopMonth(NOW, -1)]: 900 } },
    loyalty,
    0,
  ],
  [
    'only what is left after a debt',
    1999,
    { ...EMPTY_ACCOUNT, lots: { [shopMonth(NOW)]: 100, [shopMonth(NOW, 1)]: -40 } },
    loyalty,
    60,
  ],
])('%s', (_what, restFen, account, shop, points) => {
  expect(usablePoints(restFen, account, shop, NOW)).toEqual({ points, fen: points * shop.pointFen })
})
