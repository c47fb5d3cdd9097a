import type { CouponRow, RewardCountsRow, RewardRow } from '../../cloudfunctions/database/rows'
import { promoter } from '../../tests/builders/friends'
import { bringFriends, buy, friendOf, rewardRow } from '../../tests/builders/rewards'
import { openShop, type TestShop } from '../../tests/builders/shop'
import { audit } from './audit'
import { booksOf } from './books'

let shop: TestShop
let first: RewardRow
const faults = () => audit(booksOf((name) => shop.rows(name), shop.now()))
const tamper = (change: Partial<RewardRow>) => shop.put('rewards', { ...first, ...change })
const couponOf = ({ parts }: RewardRow, side: 'promoter' | 'friend') =>
  shop.row<CouponRow>('coupons', parts[side]?.given ?? '')!

/** Ann brought Zoe and Yan, who bought: both sides have their coupons. */
beforeEach(async () => {
  shop = openShop({ staff: { oBoss: 'owner' } })
  bringFriends(shop)
  const { code } = await promoter(shop, 'oAnn')
  const zoe = await friendOf(shop, code, 'oZoe')
  const yan = await friendOf(shop, code, 'oYan')
  await buy(shop, zoe)
  await buy(shop, yan)
  first = rewardRow(shop, zoe)!
  expect(first).toMatchObject({ state: 'granted', event: 'first' })
  expect(faults()).toEqual([])
})
afterEach(() => shop.close())

it('a reward without an order that its friend paid', () => {
  tamper({ orderId: 'o-nobody' })
  expect(faults()).toEqual([`${first._id}: no order of this friend was paid for it`])
})

it('a reward to somebody who did not bring this friend', () => {
  tamper({ promoter: 'mSomebody' })
  expect(faults().join('\n')).toMatch(/mSomebody did not bring this friend/)
})

it('the same deed rewarded a second time under another id', () => {
  shop.put('rewards', { ...first, _id: `${first._id}2` })
  const said = faults().join('\n')
  expect(said).toMatch(/is not what its id says/)
  expect(said).toMatch(/is given by two rewards/)
  expect(said).toMatch(/bring counts 4 granted, there are 6/)
})

it('the two sides’ coupons swapped', () => {
  const { promoter: one, friend: other } = first.parts
  tamper({
    parts: {
      promoter: one && { ...one, given: other!.given },
      friend: other && { ...other, given: one!.given },
    },
  })
  expect(faults()).toEqual([
    `${first._id} (promoter): its coupon is not there`,
    `${first._id} (friend): its coupon is not there`,
  ])
})

it('a coupon that is gone, one that nobody granted, and one taken back that is still there', () => {
  const [mine, theirs] = [couponOf(first, 'promoter'), couponOf(first, 'friend')]
  shop.put('coupons', { ...mine, memberId: 'mSomebody' })
  shop.put('coupons', { ...theirs, _id: `${theirs._id}2` })
  const said = faults().join('\n')
  expect(said).toMatch(/\(promoter\): its coupon is not there/)
  expect(said).toMatch(/2 belongs to no reward/)
  const part = first.parts.friend!
  tamper({ parts: { ...first.parts, friend: { ...part, state: 'revoked' } } })
  expect(faults().join('\n')).toMatch(/\(friend\): its coupon is issued/)
})

it('granted and nothing given', () => {
  const part = first.parts.promoter!
  tamper({ parts: { ...first.parts, promoter: { ...part, given: null } } })
  expect(faults().join('\n')).toMatch(/\(promoter\) is granted and nothing was given/)
})

it('one more than the caps that it was promised under', () => {
  const second = shop.rows<RewardRow>('rewards').find(({ _id }) => _id !== first._id)!
  shop.put('rewards', { ...second, caps: { total: 1, day: null, month: null } })
  expect(faults()).toEqual([`${second._id} is the 2th of ${second.promoter}, 1 were allowed`])
})

it('held without an end, and counts that its rewards do not bear out', () => {
  tamper({ state: 'held' })
  expect(faults().join('\n')).toMatch(/is held, heldOf otherwise/)
  expect(faults().join('\n')).toMatch(/is held without an end/)
  tamper({})
  const counts = shop.row<RewardCountsRow>('rewardCounts', 'bring')!
  shop.put('rewardCounts', { ...counts, granted: counts.granted - 1, points: 5 })
  expect(faults()).toEqual([
    'bring counts 3 granted, there are 4',
    'bring counts 5 points, its rewards gave 0',
  ])
})
