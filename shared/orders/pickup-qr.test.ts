import * as fc from 'fast-check'
import { encodePickup, parsePickup } from './pickup-qr'

const orderId = fc.stringMatching(/^o[0-9a-v]{25}$/)
const pickupCode = fc.stringMatching(/^([0-9]{4}|[0-9]{6})$/)

it('reads back what it wrote', () => {
  fc.assert(
    fc.property(orderId, pickupCode, (id, code) => {
      expect(parsePickup(encodePickup({ orderId: id, pickupCode: code }))).toEqual({
        orderId: id,
        pickupCode: code,
      })
    }),
  )
})

it('takes a bare pickup number for what it is', () => {
  expect(parsePickup(' 0412 ')).toEqual({ orderId: null, pickupCode: '0412' })
  expect(parsePickup('A012')).toEqual({ orderId: null, pickupCode: 'A012' })
})

it.each([
  '',
  'ck:',
  'ck:o1',
  'ck:o1:',
  'ck::1234',
  'ck:o1:1234:5',
  'CK:o1:1234',
  'https://example.com/1234',
  '134567890123456789', // somebody's payment code
  'ck:o1:12 34',
  '取餐',
])('makes nothing of %j', (text) => {
  expect(parsePickup(text)).toBeNull()
})
