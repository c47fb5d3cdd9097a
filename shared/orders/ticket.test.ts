import * as fc from 'fast-check'
import { TICKET_COLUMNS, ticketText, widthOf, type TicketOrder } from './ticket'

const line = (over: Partial<TicketOrder['lines'][number]> = {}): TicketOrder['lines'][number] => ({
  productId: 'latte',
  skuId: 'latte-l',
  categoryId: 'coffee',
  choices: [],
  qty: 2,
  name: '拿铁',
  specText: '大杯 / 少冰',
  picture: '',
  unitFen: 1900,
  listFen: 3800,
  memberOffFen: 0,
  itemOffFen: 0,
  orderOffFen: 0,
  pointsOffFen: 0,
  discountFen: 0,
  payFen: 3800,
  ...over,
})
const order = (over: Partial<TicketOrder> = {}): TicketOrder => ({
  pickupCode: '0412',
  storeName: '愚园路店',
  way: 'pickup',
  table: null,
  destination: null,
  slot: null,
  packaging: '打包袋',
  note: '',
  lines: [line()],
  refunds: [],
  placedAt: Date.UTC(2026, 10, 22, 2, 3),
  goodsFen: 3800,
  packagingFen: 50,
  deliveryFen: 0,
  payFen: 3350,
  ...over,
})

it('reads like a ticket', () => {
  expect(ticketText(order({ note: '不要\n吸管' })).split('\n')).toEqual([
    '            愚园路店',
    '           自取 0412',
    '--------------------------------',
    '下单 2026-11-22 10:03',
    '打包 打包袋',
    '--------------------------------',
    '拿铁                          x2',
    '  大杯 / 少冰',
    '--------------------------------',
    '备注：不要 吸管',
    '--------------------------------',
    '商品                        38元',
    '打包                       0.5元',
    '优惠                        -5元',
    '实付                      33.5元',
  ])
})

it('says where a delivery goes and when a pre-order is handed out', () => {
  const destination = {
    name: '林小满',
    phone: '13800000018',
    address: '学府路 18 号 3 号楼 502',
    lat: 30,
    lng: 120,
    distanceM: 800,
  }
  const delivery = ticketText(order({ way: 'delivery', destination }))
  expect(delivery).toContain('送至 学府路 18 号 3 号楼 502\n林小满 13800000018')
  const at = Date.UTC(2026, 10, 22, 23, 20)
  const slot = { slotId: 's', day: '20261123', at, pointName: '3 号宿舍楼下', pointAddress: '' }
  expect(ticketText(order({ way: 'preorder', slot }))).toContain('取餐 2026-11-23 07:20\n地点 3 号宿舍楼下')
  expect(ticketText(order({ way: 'dineIn', table: 'A1' }))).toContain('桌号 A1')
})

it('tells what is still to be made after a refund', () => {
  const refund = {
    no: 'r1',
    at: 0,
    by: 'shop' as const,
    reason: '',
    units: [{ line: 0, units: 1 }],
    packagingFen: 0,
    deliveryFen: 0,
    payFen: 1900,
    points: 0,
    state: 'success' as const,
  }
  expect(ticketText(order({ refunds: [refund] }))).toContain(
    `拿铁${' '.repeat(26)}x1\n  大杯 / 少冰\n  已退 1 份\n`,
  )
})

it('never writes beyond the paper, whatever names, specs and notes are like', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.stringMatching(/^[一-龥a-z0-9（）]{0,60}$/),
  )
  fc.assert(
    fc.property(
      text,
      text,
      text,
      fc.integer({ min: 1, max: 99 }),
      fc.nat(10_000_000),
      (a, b, c, qty, fen) => {
        const ticket = ticketText(
          order({
            storeName: a,
            note: c,
            table: b,
            lines: [line({ name: a, specText: b, qty })],
            payFen: fen,
            goodsFen: fen,
          }),
        )
        for (const row of ticket.split('\n')) expect(widthOf(row)).toBeLessThanOrEqual(TICKET_COLUMNS)
        const all = (s: string) => s.replace(/\s/g, '')
        expect(all(ticket)).toContain(`x${qty}`)
        expect(all(ticket)).toContain(all(c))
      },
    ),
  )
})

it('counts a Chinese character as two columns', () => {
  expect([widthOf('ab 12'), widthOf('拿铁'), widthOf('×'), widthOf('¥'), widthOf('')]).toEqual([
    5, 4, 2, 2, 0,
  ])
})
