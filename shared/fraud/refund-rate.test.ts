import { aCase, marks } from '../../tests/builders/fraud'
import { ENOUGH, refundRate } from './refund-rate'

const DAY = 86_400_000
const look = (kept: number, back: number) =>
  refundRate.look(aCase({ marks: [...marks(kept, DAY), ...marks(back, DAY, { back: true })] }))

it('sees that half of the friends gave everything back', () => {
  expect(look(2, 2)).toContain('4 位好友里有 2 位')
  expect(look(3, 2)).toBeNull()
})
it('says nothing before there are enough of them', () => expect(look(0, ENOUGH - 1)).toBeNull())
