import * as fc from 'fast-check'
import { aShopDraft, aStoreDraft } from '../../tests/builders/store-drafts'
import { clockOf, minutesOf } from './clock'
import { pointsSentence, priceWords, slotSentence } from './words'

type Slot = NonNullable<ReturnType<typeof aStoreDraft>['preorder']>['slots'][number]
const [slot, noon] = aStoreDraft().preorder!.slots as [Slot, Slot]

it('says what can be ordered until when, for when and where', () => {
  expect(slotSentence({ ...slot, days: [] }, '3 号宿舍楼下')).toBe(
    '22:00 前可订明天 07:20 在 3 号宿舍楼下取，最多 40 份',
  )
  expect(slotSentence(slot, '3 号宿舍楼下')).toBe(
    '22:00 前可订明天 07:20（仅周一至周五）在 3 号宿舍楼下取，最多 40 份',
  )
  expect(slotSentence(noon, '图书馆门口')).toBe('10:00 前可订当天 12:00 在图书馆门口取，最多 20 份')
  expect(slotSentence({ ...noon, cutoffDays: 2 }, '操场')).toContain('可订后天 12:00 在')
  expect(slotSentence({ ...noon, cutoffDays: 3 }, '操场')).toContain('可订 3 天后 12:00 在')
  expect(slotSentence(noon, ' ')).toContain('在（还没选取餐点）取')
})

it('says what a tier gets for its money, by the rule that orders earn by', () => {
  const { loyalty } = aShopDraft()
  const silver = loyalty.tiers[1]!
  expect(pointsSentence(loyalty, silver, 3500)).toBe('消费 ¥35 得 42 积分，可抵 ¥0.42')
  expect(pointsSentence(loyalty, null, 3590)).toBe('消费 ¥35.9 得 35 积分，可抵 ¥0.35')
  expect(pointsSentence({ ...loyalty, pointFen: 0 }, null, 3500)).toBe('消费 ¥35 得 35 积分，只能换券')
  expect(pointsSentence({ ...loyalty, pointsPerYuan: 0 }, silver, 3500)).toBe('消费 ¥35 不得积分')
})

it('writes prices of tiers as shops do', () => {
  expect([10_000, 9_800, 9_000, 8_850].map(priceWords)).toEqual(['原价', '9.8 折', '9 折', '8.85 折'])
})

it('reads every minute of the day as it writes it', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 1440 }), (m) => expect(minutesOf(clockOf(m))).toBe(m)))
  expect([clockOf(440), clockOf(1440), minutesOf('7:05'), minutesOf('')]).toEqual(['07:20', '24:00', 425, 0])
})
