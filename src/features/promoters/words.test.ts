import { DAY_MS, HOUR_MS } from '@shared/kernel/time'
import { programme } from '../../../tests/builders/promoters'
import { NOW } from '../../../tests/builders/shop-views'
import { amount, limitWords, movesIn, percent, releaseWords, signed, wayWords, whenText } from './words'

it('writes amounts with both decimals, and thousands apart', () => {
  expect([0, 5, 1250, 123_456_789].map(amount)).toEqual(['0.00', '0.05', '12.50', '1,234,567.89'])
  expect([signed(1250), signed(-300)]).toEqual(['+12.50', '−3.00'])
  expect([percent(800), percent(850), percent(5)]).toEqual(['8%', '8.5%', '0.05%'])
})

it('gives the year only where it is another one', () => {
  expect(whenText(NOW, NOW + DAY_MS)).toBe('11-22 10:00')
  expect(whenText(NOW - 365 * DAY_MS, NOW)).toBe('2025-11-22 10:00')
})

it('says when a promise becomes theirs: the rule, the day, or that it is at it', () => {
  const promise = { id: 'c', paidAt: NOW, fen: 95, returnDays: 7 }
  const words = (availableAt: number | null, returnDays = 7) =>
    releaseWords({ ...promise, availableAt, returnDays }, NOW)
  expect(words(null)).toBe('朋友收货 7 天后转为可提现')
  expect(words(null, 0)).toBe('朋友收货后转为可提现')
  expect(words(NOW + 7 * DAY_MS)).toBe('11-29 10:00 转为可提现')
  expect(words(NOW + HOUR_MS)).toBe('今天 11:00 转为可提现')
  expect(words(NOW)).toBe('已到期，正在转为可提现')
})

it('tells what an entry moved, what grew before what shrank', () => {
  const none = { pendingFen: 0, availableFen: 0, withdrawingFen: 0, withdrawnFen: 0, debtFen: 0 }
  expect(movesIn({ ...none, pendingFen: -320, availableFen: 220, debtFen: -100 })).toEqual([
    { balance: 'availableFen', fen: 220 },
    { balance: 'pendingFen', fen: -320 },
    { balance: 'debtFen', fen: -100 },
  ])
})

it('says the limits before anybody types, and nothing of an approval that never comes', () => {
  expect(limitWords(programme())).toBe('满 ¥1 可提，每天最多 ¥50，超过 ¥20 由店主审核')
  expect(limitWords(programme({ approvalAboveFen: 5000 }))).toBe('满 ¥1 可提，每天最多 ¥50')
  expect(wayWords(programme({ coupons: [{ campaignId: 'c', title: '券', fen: 500 }] }))).toBe(
    '店家转账、换积分、换优惠券',
  )
  expect(wayWords(programme({ cash: false, pointsPerYuan: 0 }))).toBe('')
})
