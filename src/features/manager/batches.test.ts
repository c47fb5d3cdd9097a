import { HOUR_MS, MINUTE_MS } from '@shared/kernel/time'
import type { RefundView } from '@shared/orders/contract'
import { aBoardOrder, anOrderView, NOW } from '../../../tests/builders/shop-views'
import { batchesOf } from './batches'
import { columnOf } from './columns'

const [latteLine] = anOrderView().lines
const line = (name: string, specText: string, qty: number) => ({ ...latteLine!, name, specText, qty })
const slot = (slotId: string, hours: number, pointName: string) => ({
  slotId,
  day: '20261122',
  at: NOW + hours * HOUR_MS,
  pointName,
  pointAddress: '',
})
const dorm3 = slot('s1', 21, '3 号宿舍楼下')
const dorm5 = slot('s2', 21, '5 号宿舍楼下')
const noon = slot('s3', 2, '3 号宿舍楼下')
const pre = (id: string, at: typeof dorm3, ...lines: ReturnType<typeof line>[]) =>
  aBoardOrder({ id, way: 'preorder', slot: at, lines })

it('adds up what to make for each time and place, by dish and by how it is made', () => {
  const batches = batchesOf([
    pre('a', dorm3, line('拿铁', '大杯', 2), line('包子', '', 5)),
    pre('b', dorm5, line('拿铁', '大杯', 1)),
    pre('c', dorm3, line('拿铁', '小杯', 3), line('拿铁', '大杯', 2)),
    pre('d', noon, line('包子', '', 1)),
    aBoardOrder({ id: 'plain' }),
  ])
  expect(batches.map((b) => [b.slot.pointName, b.slot.at, b.orders.map((o) => o.id)])).toEqual([
    ['3 号宿舍楼下', noon.at, ['d']],
    ['3 号宿舍楼下', dorm3.at, ['a', 'c']],
    ['5 号宿舍楼下', dorm5.at, ['b']],
  ])
  expect(batches[1]).toMatchObject({ units: 12 })
  expect(batches[1]?.items).toEqual([
    {
      name: '拿铁',
      units: 7,
      specs: [
        { specText: '大杯', units: 4 },
        { specText: '小杯', units: 3 },
      ],
    },
    { name: '包子', units: 5, specs: [{ specText: '', units: 5 }] },
  ])
})

it('makes nothing of what was given back', () => {
  const refund: RefundView = {
    no: 'part1',
    at: NOW,
    by: 'shop',
    reason: '',
    units: [
      { line: 0, units: 2 },
      { line: 1, units: 1 },
    ],
    packagingFen: 0,
    deliveryFen: 0,
    payFen: 0,
    points: 0,
    state: 'success',
  }
  const order = { ...pre('a', dorm3, line('拿铁', '大杯', 2), line('包子', '', 5)), refunds: [refund] }
  expect(batchesOf([order])[0]).toMatchObject({ units: 4, items: [{ name: '包子', units: 4 }] })
})

it('puts the first to be refunded on top, then what is handed out within the hour, and tomorrow last', () => {
  const urgent = (id: string, minutes: number) =>
    aBoardOrder({ id, remindedAt: NOW, acceptBefore: NOW + minutes * MINUTE_MS })
  const soon = slot('s4', 0.5, '5 号宿舍楼下')
  const {
    urgent: first,
    soon: next,
    plain,
    later,
  } = columnOf(
    [
      aBoardOrder({ id: 'plain' }),
      pre('tomorrow', dorm3, line('拿铁', '', 1)),
      urgent('u9', 9),
      pre('soon', soon, line('拿铁', '', 1)),
      urgent('u2', 2),
      { ...pre('u', dorm3, line('拿铁', '', 1)), remindedAt: NOW, acceptBefore: NOW + MINUTE_MS },
      aBoardOrder({ id: 'making', state: 'making' }),
    ],
    'paid',
    NOW,
  )
  expect(first.map((o) => o.id)).toEqual(['u', 'u2', 'u9'])
  expect(next.map((b) => b.orders.map((o) => o.id))).toEqual([['soon']])
  expect(plain.map((o) => o.id)).toEqual(['plain'])
  expect(later.map((b) => b.orders.map((o) => o.id))).toEqual([['tomorrow']])
})
