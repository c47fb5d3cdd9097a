import { aLine, NOW } from '../../tests/builders/carts'
import { shopDay } from '../kernel/time'
import { EMPTY_ACCOUNT } from '../points/account'
import type { Tier } from '../points/contract'
import { pricedForMember } from './member-price'

const tier = (fromFen: number, priceBp: number): Tier => ({
  id: `t${fromFen}`,
  name: '',
  fromFen,
  priceBp,
  pointsBp: 10_000,
})
const loyalty = { tiers: [tier(0, 10_000), tier(20_000, 9500)] }
const regular = { ...EMPTY_ACCOUNT, spend: { [shopDay(NOW)]: 20_000 } }
const unit = (unitFen: number, memberSkuUnitFen: number, account: typeof regular | null) =>
  pricedForMember([aLine({ product: 1, unitFen, qty: 3, memberSkuUnitFen })], account, loyalty, NOW)[0]
    ?.memberUnitFen

it.each([
  ['a guest pays the list price', 1000, 800, null, 1000],
  ["a member of the first tier the menu's member price", 1000, 800, EMPTY_ACCOUNT, 800],
  ["a regular the tier's share, where it is lower", 1000, 980, regular, 950],
  ['or the member price, where that is lower; never both', 1000, 800, regular, 800],
  ["a tier's share is rounded up to a whole fen", 999, 999, regular, 950],
  ['and never rises above the list price', 1, 1, regular, 1],
  ['a member price above the list price counts for nothing', 1000, 1200, EMPTY_ACCOUNT, 1000],
])('%s', (_what, unitFen, memberSkuUnitFen, account, fen) => {
  expect(unit(unitFen, memberSkuUnitFen, account)).toBe(fen)
})

it('knows no tiers in a shop that has none', () => {
  const lines = [aLine({ product: 1, unitFen: 1000, qty: 1 })]
  expect(pricedForMember(lines, regular, { tiers: [] }, NOW)[0]?.memberUnitFen).toBe(1000)
})
