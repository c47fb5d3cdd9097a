import { DAY_MS } from '@shared/kernel/time'
import { lotEndsAt } from '@shared/points/account'
import type { MemberRow, OrderRow } from '../../database/rows'
import { latte, pay, place } from '../../../tests/builders/customer'
import { dataOf } from '../../../tests/builders/replies'
import { openShop, type Person, type TestShop } from '../../../tests/builders/shop'

let shop: TestShop
let ann: Person
beforeEach(async () => {
  shop = openShop()
  ann = shop.as('oAnn')
  dataOf(await ann.call('members.join', {}))
})
afterEach(() => shop.close())

const member = () => shop.row<MemberRow>('members', ann.memberId)!
const have = (lots: Record<string, number>) =>
  shop.put('members', { ...member(), account: { ...member().account, lots } })
const read = async (before: number | null = null, who = ann) =>
  dataOf(await who.call('points.history', { before }))
const ordered = async (over: Partial<OrderRow>) => {
  const placed = await place(ann, { lines: [latte], key: `key-${shop.rows('orders').length}-0000` })
  shop.put('orders', { ...shop.row<object>('orders', placed.order.id), ...over })
  return placed
}
const entry = (n: number, at: number) => ({
  _id: `exchanged:c${n}`,
  memberId: ann.memberId,
  at,
  points: -n,
  lots: { '202711': -n },
  why: 'exchanged',
  what: `券 ${n}`,
})

it('tells what orders and entries did, newest first, and the account as it is', async () => {
  have({ '202711': 200 })
  const placed = await ordered({ earns: 19, earnsLot: '202711', pointsTaken: { '202711': 30 } })
  await shop.advance(1000)
  await pay(shop, placed)
  shop.put('pointEntries', entry(25, shop.now() + 5))
  const { account, lines, next } = await read()
  expect(account).toEqual(member().account)
  expect(lines.map(({ why, points, what }) => [why, points, what])).toEqual([
    ['exchanged', -25, '券 25'],
    ['earned', 19, '一号店'],
    ['spent', -30, '一号店'],
  ])
  expect(next).toBeNull()
})

it('goes back page by page, each line once', async () => {
  const from = shop.now()
  shop.put('pointEntries', ...Array.from({ length: 120 }, (_, i) => entry(i + 1, from + i)))
  await ordered({ pointsTaken: { '202711': 500 } })
  const seen: number[] = []
  let before: number | null = null
  let pages = 0
  do {
    const page = await read(before)
    expect(page.lines.length).toBeLessThanOrEqual(50)
    seen.push(...page.lines.map(({ points }) => points))
    before = page.next
    pages++
  } while (before !== null)
  expect(seen.toSorted((a, b) => b - a)).toEqual([...Array.from({ length: 120 }, (_, i) => -(i + 1)), -500])
  expect(pages).toBe(3)
})

it('shows points as ended from the instant on, also before anybody wrote it down', async () => {
  have({ '202612': 8 })
  shop.cloud.clock.set(lotEndsAt('202612') - 1)
  expect((await read()).lines).toEqual([])
  shop.cloud.clock.set(lotEndsAt('202612'))
  expect((await read()).lines).toEqual([
    {
      id: `expired:${ann.memberId}:202612`,
      at: lotEndsAt('202612'),
      points: -8,
      why: 'expired',
      what: '',
    },
  ])
  expect(shop.rows('pointEntries')).toEqual([])
})

it('costs three reads and changes nothing', async () => {
  expect(await shop.billed(() => read())).toEqual({ reads: 3, writes: 0 })
})

it('law 16: tells nobody of others, nor of who they were before they left', async () => {
  await ordered({ earns: 19, earnsLot: '202711', pointsTaken: { '202711': 30 } })
  shop.put('pointEntries', entry(25, shop.now()))
  expect(await shop.as('oBob').call('points.history', { before: null })).toMatchObject({
    ok: false,
    code: 'NOT_A_MEMBER',
  })
  dataOf(await shop.as('oBob').call('members.join', {}))
  expect((await read(null, shop.as('oBob'))).lines).toEqual([])
  shop.put('members', { ...member(), joinedAt: shop.now() + DAY_MS })
  expect(await read()).toMatchObject({ lines: [], next: null })
})
