import { encodePickup } from '../orders/pickup-qr'
import { encodeMember, memberNumber, parseMember } from './member-code'

const ID = 'm0123456789abcdefghijklmnopqrstuv'

it('says who somebody is, and only that', () => {
  expect(parseMember(encodeMember(ID))).toBe(ID)
  expect(parseMember(` ${encodeMember(ID)}\n`)).toBe(ID)
})

it.each([
  '',
  'ckm:',
  ID,
  'ckm:a b',
  `ckm:${'x'.repeat(65)}`,
  encodePickup({ orderId: 'o1', pickupCode: '1024' }),
])('%j is nobody', (text) => expect(parseMember(text)).toBeNull())

it('can be read out', () => expect(memberNumber(ID)).toBe('OPQR STUV'))
