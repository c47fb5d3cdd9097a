import * as fc from 'fast-check'
import { DAY_MS, MINUTE_MS } from '../kernel/time'
import { arrivalOf, MOST_TOUCHES, SAME_VISIT_MS, TOUCH_WINDOW_MS, withTouch } from './touches'
import type { Promoter, Touch } from './touches'

const FRIEND = 'm-friend'
/** Codes of a few members and of the shop, one of them the friend's own. */
const CODES: Readonly<Record<string, string | null>> = {
  a: 'm-ann',
  b: 'm-bob',
  c: 'm-cid',
  own: FRIEND,
  door: null,
  table: null,
}
type Step = { readonly code: string; readonly after: number }
const step: fc.Arbitrary<Step> = fc.record({
  code: fc.constantFrom(...Object.keys(CODES)),
  after: fc.oneof(fc.integer({ min: 0, max: 40 * MINUTE_MS }), fc.integer({ min: 0, max: 20 * DAY_MS })),
})
const history = fc.array(step, { maxLength: 60 })

const touch = (code: string, at: number): Touch => ({
  code,
  channel: 'card',
  target: 'shop',
  promoter: CODES[code] ?? null,
  at,
})
/** Plays a history: what is kept of it, and what a memory without bounds would hold. */
function play(steps: readonly Step[]) {
  let at = DAY_MS
  let kept: readonly Touch[] = []
  const all: Touch[] = []
  for (const { code, after } of steps) {
    at += after
    const one = touch(code, at)
    const before = kept
    kept = withTouch(kept, one)
    if (kept !== before) all.push(one)
  }
  return { kept, all, at }
}
const names = ({ promoter }: Touch) => promoter !== null

describe('withTouch', () => {
  it('keeps few, in order, and nothing older than 30 days', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const { kept, at } = play(steps)
        expect(kept.length).toBeLessThanOrEqual(MOST_TOUCHES)
        expect(kept.map((one) => one.at)).toEqual(kept.map((one) => one.at).sort((a, b) => a - b))
        const [oldest] = kept
        if (oldest && kept[kept.length - 1]?.at === at) expect(at - oldest.at).toBeLessThan(TOUCH_WINDOW_MS)
      }),
    )
  })

  it('always keeps the last touch, and the last that names a promoter, of all that still count', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const { kept, all } = play(steps)
        const last = all[all.length - 1]
        expect(kept[kept.length - 1]).toEqual(last)
        if (!last) return
        const fresh = all.filter((one) => last.at - one.at < TOUCH_WINDOW_MS)
        expect(kept.filter(names).pop()).toEqual(fresh.filter(names).pop())
      }),
    )
  })

  it('keeps the first that names a promoter as long as it counts, whatever crowd follows', () => {
    const first = touch('a', DAY_MS)
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.keys(CODES)), { maxLength: 60 }), (codes) => {
        const kept = codes.reduce<readonly Touch[]>(
          (list, code, i) => withTouch(list, touch(code, first.at + (i + 1) * SAME_VISIT_MS)),
          [first],
        )
        expect(kept[0]).toEqual(first)
      }),
    )
  })

  it('takes the same code soon after for the same visit: nothing to write', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: SAME_VISIT_MS - 1 }), (steps, later) => {
        const { kept } = play([...steps, { code: 'b', after: 0 }])
        const last = kept[kept.length - 1]
        expect(withTouch(kept, touch('b', (last?.at ?? 0) + later))).toBe(kept)
        expect(withTouch(kept, touch('a', (last?.at ?? 0) + later))).not.toBe(kept)
      }),
    )
  })
})

describe('arrivalOf (law 10)', () => {
  const promoter = fc.record({
    id: fc.constantFrom('m-ann', 'm-bob', 'm-cid', FRIEND),
    joinedAt: fc.integer({ min: 0, max: 200 * DAY_MS }),
    leftAt: fc.option(fc.integer({ min: 0, max: 200 * DAY_MS }), { nil: null, freq: 3 }),
  })
  const promoters = fc.uniqueArray(promoter, { selector: ({ id }) => id })

  it('is the last touch of 30 days of a member who was there before, and is there still; never one’s own', () => {
    fc.assert(
      fc.property(history, promoters, fc.integer({ min: 0, max: 35 * DAY_MS }), (steps, people, wait) => {
        const { kept, at } = play(steps)
        const now = at + wait
        const able = (one: Touch) => {
          const who = people.find(({ id }) => id === one.promoter)
          return who !== undefined && who.id !== FRIEND && who.leftAt === null && who.joinedAt < now
        }
        const should = kept.filter((one) => able(one) && now - one.at < TOUCH_WINDOW_MS).pop() ?? null
        expect(arrivalOf(kept, people, FRIEND, now).binding).toEqual(should)
      }),
    )
  })

  const ann: Promoter = { id: 'm-ann', joinedAt: 0, leftAt: null }
  const at = 10 * DAY_MS
  const seen = [touch('a', at)]
  it.each<[why: string, promoter: Promoter, now: number, counts: boolean]>([
    ['to the last millisecond of 30 days', ann, at + TOUCH_WINDOW_MS - 1, true],
    ['not from the first after them', ann, at + TOUCH_WINDOW_MS, false],
    ['not of who joined at the same instant', { ...ann, joinedAt: at + 1 }, at + 1, false],
    ['of who joined a millisecond before', { ...ann, joinedAt: at }, at + 1, true],
    ['not of who has left', { ...ann, leftAt: at }, at + 1, false],
    ['not of whom the shop has barred', { ...ann, barredAt: at }, at + 1, false],
  ])('counts %s', (_why, promoter, now, counts) => {
    expect(arrivalOf(seen, [promoter], FRIEND, now).binding).toEqual(counts ? seen[0] : null)
  })

  it('falls back on the one before when the last has left', () => {
    const touches = [touch('a', at), touch('b', at + 1)]
    const bob: Promoter = { id: 'm-bob', joinedAt: 0, leftAt: at + 2 }
    expect(arrivalOf(touches, [ann, bob], FRIEND, at + 3).binding).toEqual(touches[0])
  })

  it('is counted for the shop’s code when that is the last that counts, whether or not it binds to somebody', () => {
    fc.assert(
      fc.property(history, promoters, fc.integer({ min: 0, max: 35 * DAY_MS }), (steps, people, wait) => {
        const { kept, at } = play(steps)
        const arrival = arrivalOf(kept, people, FRIEND, at + wait)
        const { binding, shop } = arrival
        const fresh = kept.filter((one) => at + wait - one.at < TOUCH_WINDOW_MS)
        const ofShop = fresh.filter((one) => one.promoter === null).pop() ?? null
        expect(shop).toEqual(ofShop && (binding === null || ofShop.at >= binding.at) ? shop : null)
        if (shop) expect(shop).toEqual(ofShop)
      }),
    )
  })

  it.each([
    ['lapsed', ann, at + TOUCH_WINDOW_MS],
    ['left', { ...ann, leftAt: at }, at + 1],
    ['barred', { ...ann, barredAt: at }, at + 1],
    ['newer', { ...ann, joinedAt: at + 1 }, at + 1],
  ] as const)('says that nobody counted because: %s', (why, promoter, now) => {
    const { binding, unbound } = arrivalOf(seen, [promoter], FRIEND, now)
    expect([binding, unbound]).toEqual([null, { touch: seen[0], why }])
    expect(arrivalOf(seen, [ann], FRIEND, at + 1).unbound).toBeNull()
  })
})
