import { statusOf } from './status'

const NOON = Date.UTC(2026, 10, 22, 4) // 12:00 in the shop
const hours = [{ from: 7 * 60, to: 13 * 60 }]
const store = { hours, specialDays: {}, paused: false }

it('says when a store takes orders and why it does not', () => {
  expect(statusOf(store, NOON)).toEqual({ open: true, mark: '营业中', why: '' })
  expect(statusOf({ ...store, paused: true }, NOON)).toMatchObject({ open: false, mark: '暂停接单' })
  expect(statusOf({ ...store, hours: [{ from: 0, to: 60 }] }, NOON).why).toContain('00:00–01:00')
})

it('promises no hours on a day without any', () => {
  const closed = { open: false, mark: '休息中', why: '门店今天不营业' }
  expect(statusOf({ ...store, hours: [] }, NOON)).toEqual(closed)
  expect(statusOf({ ...store, specialDays: { '20261122': { hours: [], note: '盘点' } } }, NOON)).toEqual(
    closed,
  )
})

it('goes by the hours of a special day', () => {
  const late = { hours: [{ from: 14 * 60, to: 18 * 60 }], note: '上午停电' }
  expect(statusOf({ ...store, specialDays: { '20261122': late } }, NOON).why).toContain('14:00–18:00')
})
