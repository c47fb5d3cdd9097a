import type { AuditRow, MemberRow } from '../../database/rows'
import { join } from '../../../tests/builders/customer'
import { dataOf } from '../../../tests/builders/replies'
import { openShop, type Person, type TestShop } from '../../../tests/builders/shop'

let shop: TestShop
let ann: Person
beforeEach(async () => {
  shop = openShop({ staff: { oBoss: 'owner', oTim: 'clerk' } })
  ann = shop.as('oAnn')
  await join(ann)
})
afterEach(() => shop.close())

const tag = (name: string, on: boolean, who = shop.as('oBoss'), memberId = ann.memberId) =>
  who.call('members.tag', { memberId, tag: name, on })
const tags = () => shop.row<MemberRow>('members', ann.memberId)?.tags

it('puts a tag on and takes it off, each once and with its line', async () => {
  expect(dataOf(await tag('老师', true))).toEqual({ tags: ['老师'] })
  await Promise.all([tag('早八', true), tag('早八', true), tag('老师', true)])
  expect(tags()).toEqual(['老师', '早八'])
  expect(dataOf(await tag('老师', false))).toEqual({ tags: ['早八'] })
  expect(shop.rows<AuditRow>('audit').map(({ after }) => after)).toEqual(
    expect.arrayContaining([['老师'], ['老师', '早八'], ['早八']]),
  )
  expect(shop.rows<AuditRow>('audit')).toHaveLength(3)
})

it('stops at twenty', async () => {
  for (let i = 0; i < 20; i++) dataOf(await tag(`t${i}`, true))
  expect(await tag('one more', true)).toMatchObject({ code: 'TOO_MANY_TAGS' })
  expect(tags()).toHaveLength(20)
})

it('is for owner and managers, and for members', async () => {
  expect(await tag('x', true, shop.as('oTim'))).toMatchObject({ code: 'FORBIDDEN' })
  expect(await tag('x', true, ann)).toMatchObject({ code: 'FORBIDDEN' })
  expect(await tag('x', true, shop.as('oBoss'), 'm-nobody')).toMatchObject({ code: 'MEMBER_NOT_FOUND' })
  expect(await tag('', true)).toMatchObject({ code: 'BAD_INPUT' })
  expect(tags()).toEqual([])
})
