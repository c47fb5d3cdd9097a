import type { InputOf } from '@shared/kernel/action'
import { MOST_MATERIALS } from '@shared/promoters/material-pictures'
import type { MaterialCard, saveMaterial } from '@shared/promoters/materials-contract'
import { join, ok } from '../../../tests/builders/customer'
import { makePromoter, openProgramme } from '../../../tests/builders/promoters'
import { openShop, type Person, type TestShop } from '../../../tests/builders/shop'
import type { AuditRow, PromoterRow } from '../../database/rows'

let shop: TestShop
let boss: Person
let lin: Person
beforeEach(async () => {
  shop = openShop({ staff: { oBoss: 'owner', oMgr: 'manager', oClerk: 'clerk' } })
  boss = shop.as('oBoss')
  lin = shop.as('oLin')
  openProgramme(shop)
  await join(lin)
})
afterEach(() => shop.close())

const ID = 'mat-latte-1'
const fileOf = (name: string, id = ID) => `cloud://local.6c6f/materials/${id}/${name}.jpg`
const wish: InputOf<typeof saveMaterial> = {
  id: ID,
  productId: 'latte',
  title: '早八一杯拿铁',
  text: '路过就能取，不用等。',
  pictures: [fileOf('a'), fileOf('b')],
  savedAt: null,
}
const save = (over: Partial<InputOf<typeof saveMaterial>> = {}, who = boss) =>
  who.call('promoters.saveMaterial', { ...wish, ...over })
const library = async () => ok(await boss.call('promoters.library', {})).materials

describe('the library', () => {
  it('is read by accepted promoters in one read, and by nobody else', async () => {
    ok(await save())
    expect(await lin.call('promoters.materials', {})).toMatchObject({ code: 'NOT_A_PROMOTER' })
    makePromoter(shop, lin)
    const { savedAt: _new, ...material } = wish
    expect(ok(await lin.call('promoters.materials', {}))).toEqual({ materials: [material] })
    expect(await shop.billed(() => lin.call('promoters.materials', {}))).toEqual({ reads: 1, writes: 0 })
    shop.put('promoters', { ...shop.row<PromoterRow>('promoters', lin.memberId)!, state: 'banned' })
    expect(await lin.call('promoters.materials', {})).toMatchObject({ code: 'NOT_A_PROMOTER' })
  })

  it('is empty before the first, and kept by owner and managers alone', async () => {
    expect(await library()).toEqual([])
    makePromoter(shop, lin)
    expect(ok(await lin.call('promoters.materials', {})).materials).toEqual([])
    ok(await save({}, shop.as('oMgr')))
    expect(await library()).toHaveLength(1)
    for (const who of [shop.as('oClerk'), lin]) {
      expect(await who.call('promoters.library', {})).toMatchObject({ code: 'FORBIDDEN' })
      expect(await save({}, who)).toMatchObject({ code: 'FORBIDDEN' })
      expect(await who.call('promoters.removeMaterial', { id: ID })).toMatchObject({ code: 'FORBIDDEN' })
    }
  })
})

describe('saving', () => {
  it('adds one once, however often its answer is lost, and puts the newest first', async () => {
    const { material } = ok(await save())
    await shop.advance(1000)
    expect(ok(await save()).material).toEqual(material)
    ok(await save({ id: 'mat-latte-2', pictures: [] }))
    expect((await library()).map(({ id }) => id)).toEqual(['mat-latte-2', ID])
    expect(shop.rows<AuditRow>('audit')).toMatchObject([
      { what: 'promoters.saveMaterial', subject: ID, before: null, after: { title: wish.title } },
      { what: 'promoters.saveMaterial', subject: 'mat-latte-2' },
    ])
  })

  it('changes one where it stands, deletes the picture that is dropped, and records both', async () => {
    const first = ok(await save()).material
    ok(await save({ id: 'mat-latte-2', pictures: [] }))
    await shop.advance(1000)
    const changed = { title: '下午茶', pictures: [fileOf('c'), fileOf('b')], productId: null }
    const second = ok(await save({ ...changed, savedAt: first.savedAt })).material
    expect(second).toMatchObject({ title: '下午茶', productId: null })
    expect((await library()).map(({ id }) => id)).toEqual(['mat-latte-2', ID])
    expect(shop.removedFiles).toEqual([fileOf('a')])
    expect(shop.rows<AuditRow>('audit').at(-1)).toMatchObject({ before: first, after: second })
  })

  it('lets nobody overwrite what another changed or removed meanwhile', async () => {
    const first = ok(await save()).material
    await shop.advance(1000)
    const second = ok(await save({ title: '新标题', savedAt: first.savedAt })).material
    expect(await save({ title: '旧手机', savedAt: first.savedAt })).toMatchObject({
      code: 'CHANGED_MEANWHILE',
      details: { material: second },
    })
    ok(await boss.call('promoters.removeMaterial', { id: ID }))
    expect(await save({ title: '又来', savedAt: second.savedAt })).toMatchObject({
      code: 'CHANGED_MEANWHILE',
      details: { material: null },
    })
    expect(await library()).toEqual([])
  })

  it('takes pictures of its own folder, and keeps what it already had', async () => {
    const foreign = fileOf('a', 'mat-other-1')
    expect(await save({ pictures: [foreign] })).toMatchObject({ code: 'PICTURE_REJECTED' })
    const given: MaterialCard = {
      ...wish,
      pictures: ['cloud://local.6c6f/pictures/latte.webp'],
      savedAt: shop.now(),
    }
    shop.put('materials', { _id: 'shop', materials: [given] })
    ok(await save({ pictures: [...given.pictures, fileOf('a')], savedAt: given.savedAt }))
    ok(await boss.call('promoters.removeMaterial', { id: ID }))
    expect(shop.removedFiles).toEqual([fileOf('a')])
  })

  it('refuses what WeChat takes for risky, and a product that is not sold', async () => {
    expect(await save({ text: '代开发票' })).toMatchObject({ code: 'TEXT_REJECTED' })
    expect(await save({ productId: 'gone' })).toMatchObject({ code: 'PRODUCT_GONE' })
    expect(await library()).toEqual([])
  })

  it('holds so many and no more, and still changes what is there', async () => {
    const full = Array.from({ length: MOST_MATERIALS }, (_, i) => ({
      ...wish,
      id: `mat-full-${i}`,
      pictures: [],
      savedAt: shop.now(),
    }))
    shop.put('materials', { _id: 'shop', materials: full })
    expect(await save()).toMatchObject({ code: 'LIBRARY_FULL' })
    ok(await save({ ...full[0]!, title: '改一改' }))
    expect((await library())[0]).toMatchObject({ title: '改一改' })
  })
})

it('removes one with its pictures, twice being the same as once', async () => {
  ok(await save())
  for (let i = 0; i < 2; i++)
    expect(ok(await boss.call('promoters.removeMaterial', { id: ID }))).toEqual({ removed: true })
  expect(await library()).toEqual([])
  expect(shop.removedFiles).toEqual([fileOf('a'), fileOf('b')])
  expect(shop.rows<AuditRow>('audit').map(({ what }) => what)).toEqual([
    'promoters.saveMaterial',
    'promoters.removeMaterial',
  ])
})
