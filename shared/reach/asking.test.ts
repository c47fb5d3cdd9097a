import { serviceTemplates, templatesOf } from './asking'
import { KINDS } from './kinds'

const templates = { ORDER_READY: 'a', COUPON_EXPIRING: 'b', ORDER_REFUNDED: 'c' }

it('keeps what is about an order and what is marketing apart', () => {
  expect(serviceTemplates(templates)).toEqual({ ORDER_READY: 'a', ORDER_REFUNDED: 'c' })
  expect(templatesOf(KINDS.couponExpiring, templates)).toEqual({ COUPON_EXPIRING: 'b' })
  expect(templatesOf(KINDS.couponExpiring, { ORDER_READY: 'a' })).toEqual({})
})
