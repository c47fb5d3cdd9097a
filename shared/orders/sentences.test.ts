import { closedSentence } from './sentences'

it('tells a customer at a closed door when it opens', () => {
  const hours = [
    { from: 420, to: 630 },
    { from: 840, to: 1200 },
  ]
  expect(closedSentence(hours)).toBe('门店现在休息，营业时间 07:00–10:30、14:00–20:00，到时再来点吧')
})

it('promises no hours on a day without any', () => {
  expect(closedSentence([])).toBe('门店今天不营业，换一家门店或改天再来吧')
})
