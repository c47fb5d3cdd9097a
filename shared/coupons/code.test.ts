import { couponCode } from './code'

it.each([
  ['HELLO2026', 'HELLO2026'],
  [' hello 2026 ', 'HELLO2026'],
  ['hello-2026', 'HELLO2026'],
  ['ＨＥＬＬＯ２０２６', 'HELLO2026'],
  ['he\u3000llo', 'HELLO'],
])('takes %j for a code', (typed, code) => {
  expect(couponCode(typed)).toBe(code)
})

it.each(['', 'abc', 'A'.repeat(17), '你好你好', 'a.b.c.d', '$where', '____'])(
  'knows that %j is none',
  (typed) => {
    expect(couponCode(typed)).toBeNull()
  },
)
