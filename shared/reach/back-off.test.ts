import { MINUTE_MS } from '../kernel/time'
import { backOffMs, meaningOf } from './back-off'

it('waits ever longer', () => {
  expect([1, 2, 3, 4].map((tries) => backOffMs(tries) / MINUTE_MS)).toEqual([1, 4, 16, 64])
})

it.each([
  [43101, 'noConsent'],
  [43108, 'later'],
  [45009, 'later'],
  [47003, 'never'],
  [40037, 'never'],
] as const)('%i means %s', (code, meaning) => {
  expect(meaningOf(code)).toBe(meaning)
})
