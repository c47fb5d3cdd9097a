import fc from 'fast-check'
import type { PointLine } from './contract'
import { linesOfOrder, LINES_A_PAGE, pageOf, type Told, type ToldOrder } from './lines'

/** Sources as the database would answer: newest first, cut to a page, with or without lines. */
const source = fc
  .array(fc.tuple(fc.nat(300), fc.nat(4)), { maxLength: 160 })
  .map((all) => all.toSorted(([a], [b]) => b - a))
const toTold = (rows: readonly (readonly [number, number])[], name: string): Told[] =>
  rows.map(([at, lines], row) => ({
    at,
    lines: Array.from({ length: lines }, (_, i): PointLine => ({
      id: `${name}${row}:${i}`,
      at,
      points: 1,
      why: 'earned',
      what: '',
    })),
  }))

it('shows every line of every source once, in order, whatever the pages', () =>
  fc.assert(
    fc.property(source, source, (a, b) => {
      const sources = [toTold(a, 'a'), toTold(b, 'b')]
      const shown: PointLine[] = []
      let before: number | null = null
      do {
        const page = pageOf(
          sources.map((all) => {
            const told = all.filter(({ at }) => before === null || at < before).slice(0, LINES_A_PAGE)
            return { told, more: told.length === LINES_A_PAGE }
          }),
        )
        expect(page.next === null || before === null || page.next < before).toBe(true)
        shown.push(...page.lines)
        before = page.next
      } while (before !== null)
      const all = sources.flat().flatMap(({ lines }) => lines)
      expect(shown.map(({ id }) => id).toSorted()).toEqual(all.map(({ id }) => id).toSorted())
      expect(shown.map(({ at }) => at)).toEqual(shown.map(({ at }) => at).toSorted((x, y) => y - x))
    }),
  ))

const order = (over: Partial<ToldOrder> = {}): ToldOrder => ({
  _id: 'o1',
  storeName: '学府路店',
  state: 'done',
  lines: [{ payFen: 3000 }],
  units: 3,
  earns: 31,
  earnsLot: '202712',
  pointsTaken: { '202701': 50 },
  placedAt: 1,
  paidAt: 2,
  closedAt: null,
  refunds: [],
  ...over,
})
const told = (over: Partial<ToldOrder>) =>
  linesOfOrder(order(over)).lines.map(({ why, points, at }) => [why, points, at])
const part = (at: number, units: number, payFen: number, points: number) => ({
  at,
  units: [{ units }],
  packagingFen: 0,
  deliveryFen: 0,
  payFen,
  points,
})

describe('an order says what it did', () => {
  it.each<[string, Partial<ToldOrder>, (readonly (string | number)[])[]]>([
    ['while it is unpaid', { state: 'pendingPay', paidAt: null }, [['spent', -50, 1]]],
    [
      'when it ended unpaid',
      { state: 'closed', paidAt: null, closedAt: 9 },
      [
        ['spent', -50, 1],
        ['returned', 50, 9],
      ],
    ],
    [
      'when it was paid',
      {},
      [
        ['spent', -50, 1],
        ['earned', 31, 2],
      ],
    ],
    ['of somebody who was no member', { earns: 0, earnsLot: '', pointsTaken: {} }, []],
    ['without points', { earns: 0, pointsTaken: {} }, []],
    [
      'when it was refunded in parts',
      { refunds: [part(5, 1, 1000, 16), part(7, 2, 2000, 34)] },
      [
        ['spent', -50, 1],
        ['earned', 31, 2],
        ['returned', 16, 5],
        ['takenBack', -11, 5],
        ['returned', 34, 7],
        ['takenBack', -20, 7],
      ],
    ],
  ])('%s', (_, over, lines) => expect(told(over)).toEqual(lines))
})

it('adds up what ended of one lot', () => {
  const line = (points: number): Told => ({
    at: 5,
    lines: [{ id: 'expired:m:202701', at: 5, points, why: 'expired', what: '' }],
  })
  expect(
    pageOf([
      { told: [line(-7)], more: false },
      { told: [line(-3)], more: false },
    ]),
  ).toMatchObject({ lines: [{ points: -10 }], next: null })
})
