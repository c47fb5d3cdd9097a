import * as fc from 'fast-check'
import { armOf } from './arm'
import { isHeldOut } from './holdout'

const member = fc.string({ minLength: 1, maxLength: 33 })

it('nobody at 0, everybody at 10,000, and who is held out stays so when the share grows', () =>
  fc.assert(
    fc.property(member, fc.nat(10_000), fc.nat(10_000), (who, a, b) => {
      expect([isHeldOut(who, 0), isHeldOut(who, 10_000)]).toEqual([false, true])
      if (isHeldOut(who, Math.min(a, b))) expect(isHeldOut(who, Math.max(a, b))).toBe(true)
    }),
  ))

it('takes about five of a hundred, whatever arm they draw elsewhere', () => {
  const people = Array.from({ length: 20_000 }, (_, i) => `m${i}`)
  const out = people.filter((who) => isHeldOut(who, 500))
  expect(out.length / people.length).toBeCloseTo(0.05, 2)
  const treated = out.filter((who) => armOf('recovery:1', who, 5_000) === 'treated')
  expect(treated.length / out.length).toBeGreaterThan(0.44)
  expect(treated.length / out.length).toBeLessThan(0.56)
})
