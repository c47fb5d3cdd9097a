import type { ExperimentRow, ExposureRow } from '../../cloudfunctions/database/rows'
import { HOUR_MS } from '@shared/kernel/time'
import { join, place } from '../../tests/builders/customer'
import { liveUntil } from '../../tests/builders/reach'
import { exposures, openRecoveryShop } from '../../tests/builders/recovery'
import type { TestShop } from '../../tests/builders/shop'
import { audit } from './audit'
import { booksOf } from './books'

let shop: TestShop
const faults = () => audit(booksOf((name) => shop.rows(name), shop.now()))
const tamper = (change: Partial<ExposureRow>) => shop.put('exposures', { ...exposures(shop)[0]!, ...change })

/** One order was left, answered with a coupon, and its outcome is read. */
beforeEach(async () => {
  shop = openRecoveryShop()
  const ann = shop.as('oAnn')
  await join(ann)
  await place(ann)
  await shop.advance(25 * HOUR_MS)
  await liveUntil(shop, '20261201', 7)
  expect(exposures(shop)).toMatchObject([{ arm: 'treated', outcome: { bought: false } }])
  expect(faults()).toEqual([])
})
afterEach(() => shop.close())

it.each<readonly [string, Partial<ExposureRow>, RegExp]>([
  ['answered an order of somebody else', { memberId: 'mSomebody' }, /no order of mSomebody/],
  ['was treated in spite of a gate', { why: ['regular'] }, /is treated in spite of regular/],
  ['names a coupon that nobody issued', { couponId: 'left:m:none' }, /its coupon left:m:none is not there/],
  ['gave a coupon to the comparison', { arm: 'control' }, /is control and was given/],
  ['is to be read again', { dueAt: 1 }, /its outcome is read, dueAt 1/],
])('says so when it %s', (_what, change, words) => {
  tamper(change)
  expect(faults().join('\n')).toMatch(words)
})

it('says so when an arm counts what nobody did', () => {
  const row = shop.rows<ExperimentRow>('experiments')[0]!
  shop.put('experiments', { ...row, arms: { ...row.arms, treated: { n: 1, bought: 1, redeemed: 0 } } })
  expect(faults()).toEqual(['recovery:1 (treated) counts 1/1/0, its outcomes say otherwise'])
})
