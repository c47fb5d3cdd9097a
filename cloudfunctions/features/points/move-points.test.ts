import { lotEndsAt } from '@shared/points/account'
import type { Account } from '@shared/points/contract'
import { negated } from '@shared/points/move'
import { enterPoints, exchangePoints, returnPoints, takePoints } from '.'
import type { MemberRow, PointEntryRow } from '../../database/rows'
import { createInstance } from '../../platform/instance'
import type { RunTx } from '../../platform/tx'
import { dataOf } from '../../../tests/builders/replies'
import { openShop, type Person, type TestShop } from '../../../tests/builders/shop'

let shop: TestShop
let ann: Person
let tx: RunTx
beforeEach(async () => {
  shop = openShop()
  ann = shop.as('oAnn')
  tx = createInstance().tx
  dataOf(await ann.call('members.join', {}))
})
afterEach(() => shop.close())

const member = () => shop.row<MemberRow>('members', ann.memberId)!
const account = () => member().account
const have = (lots: Account['lots'], over: Partial<Account> = {}) =>
  shop.put('members', { ...member(), account: { ...account(), lots, ...over } })
const entries = () => shop.rows<PointEntryRow>('pointEntries')
const take = (points: number) => tx((db) => takePoints(db, ann.memberId, points, shop.now()))

describe('spending points', () => {
  it('takes those that end first, and says from where', async () => {
    have({ '202612': 30, '202703': 50 })
    expect(await take(40)).toEqual({ taken: { '202612': 30, '202703': 10 } })
    expect(account().lots).toEqual({ '202612': 0, '202703': 40 })
  })

  it('refuses more than there are, and changes nothing', async () => {
    have({ '202612': 30, '202610': 99 })
    expect(await take(31)).toEqual({ refused: 'POINTS_SHORT' })
    expect(account().lots).toEqual({ '202612': 30, '202610': 99 })
    expect(entries()).toEqual([])
  })

  it('refuses those of a stranger, and of who has left', async () => {
    expect(await tx((db) => takePoints(db, 'm-nobody', 1, shop.now()))).toEqual({ refused: 'POINTS_SHORT' })
    have({ '202612': 30 })
    dataOf(await ann.call('members.leave', {}))
    expect(await take(1)).toEqual({ refused: 'POINTS_SHORT' })
  })

  it('spends no point twice, however many race', async () => {
    have({ '202612': 30, '202703': 15 })
    const answers = await Promise.all(Array.from({ length: 6 }, () => take(10)))
    expect(answers.filter((answer) => 'taken' in answer)).toHaveLength(4)
    expect(account().lots).toEqual({ '202612': 0, '202703': 5 })
  })

  it('costs a read and a write; nothing for no points', async () => {
    have({ '202612': 30 })
    expect(await shop.billed(() => take(10))).toEqual({ reads: 1, writes: 1 })
    expect(await shop.billed(() => take(0))).toEqual({ reads: 0, writes: 0 })
  })

  it.each([-1, 1.5, NaN])('takes %d for a bug', async (points) => {
    await expect(take(points)).rejects.toThrow('not a number of points')
  })
})

describe('what has ended', () => {
  it('is written down when the account is next changed, and goes with the days that count for nothing', async () => {
    have({ '202610': 20, '202612': 30 }, { spend: { '20260824': 500, '20260825': 700 } })
    await take(10)
    expect(account()).toMatchObject({ lots: { '202610': 0, '202612': 20 }, spend: { '20260825': 700 } })
    expect(Object.keys(account().spend)).toEqual(['20260825'])
    expect(entries()).toEqual([
      {
        _id: `expired:${ann.memberId}:202610`,
        memberId: ann.memberId,
        at: lotEndsAt('202610'),
        points: -20,
        lots: { '202610': -20 },
        why: 'expired',
        what: '',
      },
    ])
  })

  it('is one line for a lot, also when some of it came back after its end', async () => {
    have({ '202611': 20, '202612': 30 })
    const { taken } = (await take(5)) as { taken: Record<string, number> }
    await shop.advance(lotEndsAt('202611') - shop.now())
    await take(1)
    await tx((db) => returnPoints(db, ann.memberId, taken))
    expect(account().lots).toEqual({ '202611': 5, '202612': 29 })
    await take(1)
    expect(account().lots).toEqual({ '202611': 0, '202612': 28 })
    expect(entries()).toMatchObject([{ points: -20, lots: { '202611': -20 } }])
  })
})

describe('giving points back', () => {
  it('puts them where they were', async () => {
    have({ '202612': 30, '202703': 50 })
    const { taken } = (await take(40)) as { taken: Record<string, number> }
    expect(await shop.billed(() => tx((db) => returnPoints(db, ann.memberId, taken)))).toEqual({
      reads: 1,
      writes: 1,
    })
    expect(account().lots).toEqual({ '202612': 30, '202703': 50 })
    expect(await shop.billed(() => tx((db) => returnPoints(db, ann.memberId, {})))).toEqual({
      reads: 0,
      writes: 0,
    })
  })

  it('does nothing for who has left, nor for who came back since', async () => {
    const takenAt = shop.now()
    dataOf(await ann.call('members.leave', {}))
    await tx((db) => returnPoints(db, ann.memberId, { '202612': 9 }, takenAt))
    expect(account().lots).toEqual({})
    await shop.advance(1)
    dataOf(await ann.call('members.join', {}))
    await tx((db) => returnPoints(db, ann.memberId, { '202612': 9 }, takenAt))
    expect(account().lots).toEqual({})
  })
})

describe('what no order tells of', () => {
  const exchange = (id = 'exchanged:c1') =>
    tx((db) =>
      exchangePoints(db, { id, memberId: ann.memberId, at: shop.now(), points: 25, what: '拿铁兑换券' }),
    )

  it('has a line of its own, and moves the account with it', async () => {
    have({ '202612': 20, '202703': 50 })
    expect(await exchange()).toEqual({ taken: { '202612': 20, '202703': 5 } })
    expect(entries()).toEqual([
      {
        _id: 'exchanged:c1',
        memberId: ann.memberId,
        at: shop.now(),
        points: -25,
        lots: { '202612': -20, '202703': -5 },
        why: 'exchanged',
        what: '拿铁兑换券',
      },
    ])
    expect(account().lots).toEqual({ '202612': 0, '202703': 45 })
  })

  it('is refused without a line', async () => {
    have({ '202612': 24 })
    expect(await exchange()).toEqual({ refused: 'POINTS_SHORT' })
    expect(entries()).toEqual([])
  })

  it('is written once', async () => {
    have({ '202612': 60 })
    await exchange()
    await expect(exchange()).rejects.toThrow()
    const again = { id: 'x', memberId: ann.memberId, at: 1, why: 'granted' as const, what: '' }
    await tx((db) => enterPoints(db, { ...again, lots: negated({ '202612': 1 }) }))
    await expect(tx((db) => enterPoints(db, { ...again, lots: {} }))).rejects.toThrow()
    expect(account().lots).toEqual({ '202612': 35 })
    expect(entries()).toHaveLength(2)
  })
})
