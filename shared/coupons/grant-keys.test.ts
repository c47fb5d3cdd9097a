import type { Entry } from './campaign-contract'
import { couponIdOf, numberedKey, onlyKeyOf } from './grant-keys'

const NOW = Date.UTC(2026, 10, 30, 15, 59)

it.each<[Entry, string | null]>([
  [{ kind: 'signup' }, 'welcome'],
  [{ kind: 'code', code: 'HELLO2026' }, 'code'],
  [{ kind: 'channel', channel: 'ABCDEFGH' }, 'channel'],
  [{ kind: 'monthly' }, 'm202611'],
  [{ kind: 'nthOrder', nth: 3 }, 'nth3'],
  [{ kind: 'claim' }, null],
  [{ kind: 'points', points: 10 }, null],
  [{ kind: 'grant' }, null],
  [{ kind: 'birthday', daysBefore: 3 }, null],
  [{ kind: 'dormant', days: 30 }, null],
])('of %j is %s', (entry, key) => {
  expect(onlyKeyOf(entry, NOW)).toBe(key)
})

it('of a monthly coupon changes with the month of the shop’s calendar', () => {
  expect(onlyKeyOf({ kind: 'monthly' }, NOW + 60_000)).toBe('m202612')
})

it('makes ids that a contract takes: 64 characters with the longest keys', () => {
  const member = `m${'v'.repeat(32)}`
  const campaign = `c${'v'.repeat(11)}`
  for (const key of ['welcome', 'channel', 'm202611', 'nth1000', 'd20261122', numberedKey(99)])
    expect(couponIdOf(campaign, member, key)).toMatch(/^[A-Za-z0-9_:@-]{1,64}$/)
})
