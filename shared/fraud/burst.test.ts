import { aCase, marks } from '../../tests/builders/fraud'
import { burst, DAILY, HOURLY } from './burst'

const HOUR = 3_600_000
const look = (n: number, every: number) => burst.look(aCase({ marks: marks(n, every) }))

it('counts an hour', () => {
  expect(look(HOURLY - 1, 1000)).toBeNull()
  expect(look(HOURLY, 1000)).toContain('一小时')
})
it('counts a day where no hour is full', () => {
  expect(look(DAILY - 1, HOUR)).toBeNull()
  expect(look(DAILY, HOUR)).toContain('24 小时')
})
it('forgets what is longer ago', () => expect(look(60, 24 * HOUR)).toBeNull())
