import { MINUTE_MS } from '@shared/kernel/time'
import { latte, ok, orderRow, pay, place, wrongInTheBooks } from '../../../tests/builders/customer'
import { openShop, type TestShop } from '../../../tests/builders/shop'
import { STORE } from '../../../tests/builders/shop-rows'

let shop: TestShop
beforeEach(() => {
  shop = openShop({ staff: { oBoss: 'owner', oMai: 'manager', oChen: 'clerk' } })
})
afterEach(() => {
  expect(wrongInTheBooks(shop, 10)).toEqual([])
  shop.close()
})
async function paidOrder(key = 'key-00001', openid = 'oMay') {
  const placed = await place(shop.as(openid), { key, lines: [{ ...latte, qty: 2 }] })
  await pay(shop, placed)
  return placed.order.id
}
const PERSON = { kind: 'person' as const, title: '林小满', taxNo: '', email: 'lin@example.com' }
const COMPANY = {
  ...PERSON,
  kind: 'company' as const,
  title: '学府路科技有限公司',
  taxNo: '91310000MA1FL0000X',
}
type Ask = typeof PERSON | typeof COMPANY
const ask = (orderId: string, invoice: Ask = PERSON, who = 'oMay') =>
  shop.as(who).call('orders.requestInvoice', { orderId, ...invoice })
const list = (who = 'oBoss', before: number | null = null) =>
  shop.as(who).call('manager.invoices', { storeId: STORE, before })
const issue = (orderId: string, askedAt: number, issued = true, who = 'oBoss') =>
  shop.as(who).call('manager.issueInvoice', { storeId: STORE, orderId, askedAt, issued })

it('reaches the owner with the amount that stays, and is marked as written', async () => {
  const id = await paidOrder()
  expect(await ask(id)).toMatchObject({ data: { invoice: PERSON } })
  const units = [{ line: 0, units: 1 }]
  const part = { units, packaging: false, delivery: false, reason: '少给了', refundsSeen: 0 }
  ok(await shop.as('oBoss').call('manager.refund', { storeId: STORE, orderId: id, ...part }))
  const askedAt = orderRow(shop, id).invoiceAt!
  expect(await list()).toMatchObject({
    data: {
      invoices: [{ orderId: id, invoice: PERSON, amountFen: 1900, askedAt, issuedAt: null }],
      more: false,
    },
  })
  expect(await shop.billed(() => list('oMai'))).toEqual({ reads: 2, writes: 0 })
  expect(await issue(id, askedAt)).toMatchObject({ data: { invoice: { issuedAt: shop.now() } } })
  expect(await issue(id, askedAt, false)).toMatchObject({ data: { invoice: { issuedAt: null } } })
  expect(await shop.as('oMay').call('orders.get', { orderId: id })).toMatchObject({
    data: { order: { invoice: PERSON } },
  })
})

it('is open once more when the customer changes the title, and the old one can’t be marked', async () => {
  const id = await paidOrder()
  ok(await ask(id))
  const first = orderRow(shop, id).invoiceAt!
  ok(await issue(id, first))
  await shop.advance(MINUTE_MS)
  ok(await ask(id, COMPANY))
  expect(await list()).toMatchObject({ data: { invoices: [{ invoice: COMPANY, issuedAt: null }] } })
  expect(await issue(id, first)).toMatchObject({
    code: 'CHANGED_MEANWHILE',
    details: { invoice: { invoice: COMPANY, issuedAt: null } },
  })
})

it('is refused before the payment, after everything went back, without a tax number, and to anybody else', async () => {
  const unpaid = await place(shop.as('oMay'))
  expect(await ask(unpaid.order.id)).toMatchObject({ code: 'NOT_PAID' })
  const id = await paidOrder('key-00002')
  expect(await ask(id, { ...COMPANY, taxNo: '' })).toMatchObject({ code: 'TAX_NO_NEEDED' })
  expect(await ask(id, { ...PERSON, title: '去死' })).toMatchObject({ code: 'TEXT_REJECTED' })
  expect(await ask(id, { ...PERSON, email: 'nobody' })).toMatchObject({ code: 'BAD_INPUT' })
  expect(await ask(id, PERSON, 'oLi')).toMatchObject({ code: 'ORDER_NOT_FOUND' })
  ok(await shop.as('oMay').call('orders.refund', { orderId: id }))
  expect(await ask(id)).toMatchObject({ code: 'NOT_PAID' })
  expect(await list()).toMatchObject({ data: { invoices: [] } })
})

it('keeps no tax number of a person', async () => {
  const id = await paidOrder()
  ok(await ask(id, { ...COMPANY, kind: 'person' } as Ask))
  expect(orderRow(shop, id).invoice).toMatchObject({ taxNo: '' })
})

it('is for owner and managers of the store alone', async () => {
  const id = await paidOrder()
  ok(await ask(id))
  const askedAt = orderRow(shop, id).invoiceAt!
  for (const who of ['oChen', 'oMay']) {
    expect(await list(who)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await issue(id, askedAt, true, who)).toMatchObject({ code: 'FORBIDDEN' })
  }
  expect(await issue('o-nothing', askedAt)).toMatchObject({ code: 'ORDER_NOT_FOUND' })
  const other = orderRow(shop, id)
  shop.put('orders', { ...other, storeId: 's2', invoiceOf: 's2', boardOf: 's2' })
  expect(await issue(id, askedAt)).toMatchObject({ code: 'ORDER_NOT_FOUND' })
  expect(await list()).toMatchObject({ data: { invoices: [] } })
})

it('pages through, the latest first', async () => {
  for (let i = 0; i < 23; i++) {
    const id = await paidOrder(`key-3000${i}`)
    await shop.advance(1000)
    ok(await ask(id))
  }
  const first = ok(await list())
  expect([first.invoices.length, first.more]).toEqual([20, true])
  const rest = ok(await list('oBoss', first.invoices.at(-1)!.askedAt))
  expect([rest.invoices.length, rest.more]).toEqual([3, false])
})
