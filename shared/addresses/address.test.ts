import { addressText, isInChina, phoneDigits } from './address'

it.each([
  ['13800000000', '13800000000'],
  [' 138-0000-0000 ', '13800000000'],
  ['+86 138 0000 0000', '13800000000'],
  ['008613800000000', '13800000000'],
  ['86-13800000000', '13800000000'],
  ['0571-00000018', '057100000018'],
  ['（010）12345678', '01012345678'],
  ['12800000000', null],
  ['1380000000', null],
  ['138000000000', null],
  ['+8513800000000', null],
  ['', null],
  ['拨打一三八', null],
])('reads a phone number as digits, or not at all (%j → %j)', (text, digits) => {
  expect(phoneDigits(text)).toBe(digits)
})

it.each([
  [30.26, 120.12, true],
  [18.2, 109.5, true],
  [53.5, 122.3, true],
  [0, 0, false],
  [40.7, -74, false],
  [120.12, 30.26, false],
])('knows a point that can lie in China (%s, %s → %s)', (lat, lng, inside) => {
  expect(isInChina({ lat, lng })).toBe(inside)
})

it('reads an address as a rider does', () => {
  expect(addressText({ address: '学府路 18 号', detail: '3 号楼 502' })).toBe('学府路 18 号 3 号楼 502')
  expect(addressText({ address: '图书馆', detail: '' })).toBe('图书馆')
})
