import { statusOf } from './status'

const NOON = Date.UTC(2026, 10, 22, 4) // 12:00 in the shop

it('says when a store takes orders and why it does not', () => {
  const hours = [{ from: 7 * 60, to: 13 * 60 }]
  expect(statusOf({ hours, paused: false }, NOON)).toEqual({ open: true, mark: '营业中', why: '' })
  expect(statusOf({ hours, paused: true }, NOON)).toMatchObject({ open: false, mark: '暂停接单' })
  expect(statusOf({ hours: [{ from: 0, to: 60 }], paused: false }, NOON).why).toContain('00:00–01:00')
})

it('promises no hours on a day without any', () => {
  expect(statusOf({ hours: [], paused: false }, NOON)).toEqual({
    open: false,
    mark: '休息中',
    why: '门店今天不营业',
  })
})
