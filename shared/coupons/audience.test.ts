import { EMPTY_ACCOUNT } from '../points/account'
import { shopDay } from '../kernel/time'
import { fitsAudience } from './audience'
import type { Audience } from './campaign-contract'

const NOW = Date.UTC(2026, 10, 22, 2)
const tier = (id: string, fromFen: number) => ({ id, name: id, fromFen, priceBp: 10_000, pointsBp: 10_000 })
const loyalty = { tiers: [tier('green', 0), tier('gold', 60_000)] }
const everybody: Audience = { newMembers: false, tierIds: [], tags: [] }
const member = (spentFen = 0, tags: string[] = [], paidOrders = 0) => ({
  account: { ...EMPTY_ACCOUNT, paidOrders, spend: { [shopDay(NOW)]: spentFen } },
  tags,
})
const fits = (audience: Partial<Audience>, who = member()) =>
  fitsAudience({ ...everybody, ...audience }, who, loyalty, NOW)

it('is everybody when nothing limits it', () => {
  expect(fits({})).toBe(true)
})
it('of new members ends with the first paid order', () => {
  expect(fits({ newMembers: true })).toBe(true)
  expect(fits({ newMembers: true }, member(0, [], 1))).toBe(false)
})
it('of tiers looks at what was spent by now', () => {
  expect(fits({ tierIds: ['gold'] }, member(59_999))).toBe(false)
  expect(fits({ tierIds: ['gold'] }, member(60_000))).toBe(true)
  expect(fits({ tierIds: ['green', 'gold'] })).toBe(true)
})
it('of tags needs one of them, and every limit must fit', () => {
  expect(fits({ tags: ['老师', '学生'] }, member(0, ['学生']))).toBe(true)
  expect(fits({ tags: ['老师'] }, member(0, ['学生']))).toBe(false)
  expect(fits({ tags: ['学生'], newMembers: true }, member(0, ['学生'], 2))).toBe(false)
})
