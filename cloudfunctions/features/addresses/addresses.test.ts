import { dataOf } from '../../../tests/builders/replies'
import { openShop, type Person, type TestShop } from '../../../tests/builders/shop'
import type { AddressBookRow } from '../../database/rows'

let shop: TestShop
beforeEach(() => (shop = openShop()))
afterEach(() => shop.close())

const home = {
  id: null,
  name: '阿May',
  phone: '+86 138-0000-0002',
  address: ' 学府路 18 号 ',
  detail: '3 号楼 502',
  lat: 30.264,
  lng: 120.123,
}
type Save = Omit<typeof home, 'id'> & { readonly id: string | null }
const save = (who: Person, over: Partial<Save> = {}) => who.call('addresses.save', { ...home, ...over })
const bookOf = async (who: Person) => dataOf(await who.call('addresses.list', {})).addresses

it('keeps an address for somebody who is no member, phone as digits, the newest first', async () => {
  const may = shop.as('oMay')
  expect(await bookOf(may)).toEqual([])
  const { id, addresses } = dataOf(await save(may))
  expect(addresses).toEqual([{ ...home, id, phone: '13800000002', address: '学府路 18 号' }])
  const work = dataOf(await save(may, { name: '公司前台', phone: '0571-00000018' }))
  expect(work.addresses.map((a) => a.name)).toEqual(['公司前台', '阿May'])
  expect(await bookOf(may)).toEqual(work.addresses)
})

it('changes one where it is told which, and brings it to the front', async () => {
  const may = shop.as('oMay')
  const { id } = dataOf(await save(may))
  await save(may, { name: '公司前台' })
  const changed = dataOf(await save(may, { id, detail: '6 号楼' }))
  expect(changed.addresses.map((a) => [a.id === id, a.detail])).toEqual([
    [true, '6 号楼'],
    [false, '3 号楼 502'],
  ])
})

it('keeps one address however often it is sent, also at once', async () => {
  const may = shop.as('oMay')
  await Promise.all([save(may), save(may), save(may)])
  const { id } = dataOf(await save(may))
  expect((await bookOf(may)).map((a) => a.id)).toEqual([id])
})

it('loses none of those that two phones save at once', async () => {
  const may = shop.as('oMay')
  await Promise.all([1, 2, 3, 4].map((n) => save(may, { detail: `${n} 号楼` })))
  expect((await bookOf(may)).map((a) => a.detail).sort()).toEqual(['1 号楼', '2 号楼', '3 号楼', '4 号楼'])
})

it('keeps twenty, and a twenty-first only instead of another', async () => {
  const may = shop.as('oMay')
  for (let n = 0; n < 20; n++) dataOf(await save(may, { detail: `${n} 号楼` }))
  expect(await save(may)).toMatchObject({ ok: false, code: 'TOO_MANY_ADDRESSES' })
  const [first] = await bookOf(may)
  expect(dataOf(await save(may, { id: first!.id })).addresses).toHaveLength(20)
})

it.each([
  [{ phone: '12345' }, 'PHONE_INVALID'],
  [{ lat: 0, lng: 0 }, 'PLACE_INVALID'],
  [{ lat: 120.123, lng: 30.264 }, 'PLACE_INVALID'],
  [{ detail: '代开发票' }, 'TEXT_REJECTED'],
  [{ name: '加微信返利' }, 'TEXT_REJECTED'],
  [{ id: 'nowhere' }, 'ADDRESS_NOT_FOUND'],
  [{ name: '  ' }, 'BAD_INPUT'],
  [{ address: '' }, 'BAD_INPUT'],
  [{ address: 'x'.repeat(101) }, 'BAD_INPUT'],
  [{ lat: Number.NaN }, 'BAD_INPUT'],
])('refuses what is no address and keeps nothing (%j → %s)', async (over, code) => {
  expect(await save(shop.as('oMay'), over)).toMatchObject({ ok: false, code })
  expect(shop.rows('addresses')).toEqual([])
})

it("neither shows, changes nor removes somebody else's (law 16)", async () => {
  const [may, li] = [shop.as('oMay'), shop.as('oLi')]
  const { id } = dataOf(await save(may))
  expect(await bookOf(li)).toEqual([])
  expect(await save(li, { id })).toMatchObject({ ok: false, code: 'ADDRESS_NOT_FOUND' })
  expect(dataOf(await li.call('addresses.remove', { id })).addresses).toEqual([])
  expect(await bookOf(may)).toHaveLength(1)
})

it('removes an address, twice is the same as once', async () => {
  const may = shop.as('oMay')
  const { id } = dataOf(await save(may))
  expect(dataOf(await may.call('addresses.remove', { id })).addresses).toEqual([])
  expect(dataOf(await may.call('addresses.remove', { id })).addresses).toEqual([])
})

it('bills one read for the list, a read and a write for a change', async () => {
  const may = shop.as('oMay')
  expect(await shop.billed(() => save(may))).toEqual({ reads: 1, writes: 1 })
  expect(await shop.billed(() => bookOf(may))).toEqual({ reads: 1, writes: 0 })
})

it('is forgotten when the person leaves, member or not', async () => {
  const [may, li] = [shop.as('oMay'), shop.as('oLi')]
  await may.call('members.join', {})
  await save(may)
  await save(li)
  expect(dataOf(await may.call('members.leave', {}))).toEqual({ left: true })
  expect(shop.rows<AddressBookRow>('addresses').map((row) => row._id)).toEqual([li.memberId])
  expect(dataOf(await li.call('members.leave', {}))).toEqual({ left: true })
  expect(shop.rows('addresses')).toEqual([])
  expect(await li.call('members.leave', {})).toMatchObject({ ok: false, code: 'NOT_A_MEMBER' })
})
