import type { MemberRow } from '../../database/rows'
import { dataOf } from '../../../tests/builders/replies'
import { openShop, type Person, type TestShop } from '../../../tests/builders/shop'

let shop: TestShop
let ann: Person
beforeEach(async () => {
  shop = openShop()
  ann = shop.as('oAnn')
  dataOf(await ann.call('members.join', {}))
})
afterEach(() => shop.close())

const fileOf = (person: Person, name = 'a.png') => `cloud://local.6c6f/avatars/${person.memberId}/${name}`
const row = () => shop.row<MemberRow>('members', ann.memberId)

describe('members.updateProfile', () => {
  it('changes nickname and picture, and answers with the member as the next screen shows them', async () => {
    const { me } = dataOf(
      await ann.call('members.updateProfile', { nickname: ' 小安 ', avatar: fileOf(ann), birthday: null }),
    )
    expect(me.member).toMatchObject({ nickname: '小安', avatar: fileOf(ann) })
    expect(me.coupons).toHaveLength(1)
    expect(row()).toMatchObject({ nickname: '小安', avatar: fileOf(ann) })
  })

  it('is the same when nothing is new', async () => {
    const input = { nickname: '小安', avatar: fileOf(ann), birthday: null }
    const first = dataOf(await ann.call('members.updateProfile', input))
    expect(dataOf(await ann.call('members.updateProfile', input))).toEqual(first)
    expect(shop.removedFiles).toEqual([])
  })

  it('deletes the picture that it replaces', async () => {
    dataOf(await ann.call('members.updateProfile', { nickname: '小安', avatar: fileOf(ann), birthday: null }))
    dataOf(
      await ann.call('members.updateProfile', {
        nickname: '小安',
        avatar: fileOf(ann, 'b.jpg'),
        birthday: null,
      }),
    )
    expect(shop.removedFiles).toEqual([fileOf(ann)])
  })

  it('refuses a name that WeChat takes for risky, and changes nothing', async () => {
    const reply = await ann.call('members.updateProfile', {
      nickname: '代开发票',
      avatar: '',
      birthday: null,
    })
    expect(reply).toMatchObject({ ok: false, code: 'TEXT_REJECTED' })
    expect(row()).toMatchObject({ nickname: '' })
  })

  it('refuses someone else’s picture', async () => {
    const reply = await ann.call('members.updateProfile', {
      nickname: '小安',
      avatar: fileOf(shop.as('oBob')),
      birthday: null,
    })
    expect(reply).toMatchObject({ ok: false, code: 'AVATAR_REJECTED' })
    expect(row()).toMatchObject({ nickname: '', avatar: '' })
  })

  it('leaves a picture alone that the shop itself had put there', async () => {
    const given = 'cloud://local.6c6f/pictures/avatar-may.webp'
    shop.put('members', { ...row(), avatar: given })
    const { me } = dataOf(
      await ann.call('members.updateProfile', { nickname: '小安', avatar: given, birthday: null }),
    )
    expect(me.member).toMatchObject({ nickname: '小安', avatar: given })
    expect(shop.removedFiles).toEqual([])
  })

  it('is for members', async () => {
    const reply = await shop
      .as('oBob')
      .call('members.updateProfile', { nickname: 'B', avatar: '', birthday: null })
    expect(reply).toMatchObject({ ok: false, code: 'NOT_A_MEMBER' })
  })

  it.each([
    [{ nickname: '小'.repeat(21), avatar: '' }, 'nickname'],
    [{ nickname: '小安', avatar: 'x'.repeat(257) }, 'avatar'],
    [{ nickname: '小安' }, 'avatar'],
  ])('refuses input that does not fit', async (input, path) => {
    const reply = await ann.raw({ action: 'members.updateProfile', input })
    expect(reply).toMatchObject({ ok: false, code: 'BAD_INPUT', details: { path } })
  })
})

describe('a birthday', () => {
  const tell = (birthday: string | null, nickname = '小安') =>
    ann.call('members.updateProfile', { nickname, avatar: '', birthday })

  it('is told once, and stays when the rest changes', async () => {
    expect(dataOf(await tell('0229')).me.member).toMatchObject({ birthday: '0229' })
    expect(dataOf(await tell(null, '阿安')).me.member).toMatchObject({ birthday: '0229', nickname: '阿安' })
    expect(await tell('0301')).toMatchObject({ ok: false, code: 'BIRTHDAY_TOLD' })
    expect(dataOf(await tell('0229', '安')).me.member).toMatchObject({ birthday: '0229', nickname: '安' })
    expect(row()).toMatchObject({ birthday: '0229', nickname: '安' })
  })

  it.each(['0230', '1301', '0000', '0431'])('%s is none', async (birthday) => {
    expect(await tell(birthday)).toMatchObject({ ok: false, code: 'BIRTHDAY_INVALID' })
    expect(row()).toMatchObject({ birthday: null, nickname: '' })
  })

  it.each(['13', '1-01', '二月', '02290'])('%s does not even have its form', async (birthday) => {
    expect(await tell(birthday)).toMatchObject({ ok: false, code: 'BAD_INPUT' })
  })

  it('is one, whichever of two phones was first', async () => {
    const replies = await Promise.all([tell('0512'), tell('0613'), tell('0512')])
    const told = row()?.birthday
    expect(['0512', '0613']).toContain(told)
    for (const [i, birthday] of ['0512', '0613', '0512'].entries())
      expect(replies[i]).toMatchObject(
        birthday === told ? { ok: true } : { ok: false, code: 'BIRTHDAY_TOLD' },
      )
  })

  it('is not taken away by a phone that did not know of it', async () => {
    await Promise.all([tell('0512', '甲'), tell(null, '乙')])
    expect(row()).toMatchObject({ birthday: '0512' })
  })
})

describe('members.bindPhone', () => {
  it('keeps the number and shows it masked', async () => {
    const code = shop.wechat.phones.issue('oAnn', '13812340000')
    const { me } = dataOf(await ann.call('members.bindPhone', { code }))
    expect(me.member?.phoneMasked).toBe('138****0000')
    expect(row()).toMatchObject({ phone: '13812340000' })
  })

  it.each([
    ['was never given', () => 'nonsense'],
    ['is someone else’s', () => shop.wechat.phones.issue('oBob')],
  ])('refuses a code that %s', async (_, code) => {
    const reply = await ann.call('members.bindPhone', { code: code() })
    expect(reply).toMatchObject({ ok: false, code: 'PHONE_CODE_INVALID' })
    expect(row()).toMatchObject({ phone: null })
  })

  it('refuses a code that is spent, and one of five minutes ago', async () => {
    const spent = shop.wechat.phones.issue('oAnn')
    dataOf(await ann.call('members.bindPhone', { code: spent }))
    expect(await ann.call('members.bindPhone', { code: spent })).toMatchObject({ code: 'PHONE_CODE_INVALID' })
    const late = shop.wechat.phones.issue('oAnn')
    await shop.advance(5 * 60_000 + 1)
    expect(await ann.call('members.bindPhone', { code: late })).toMatchObject({ code: 'PHONE_CODE_INVALID' })
  })

  it('does not spend the code of someone who is no member', async () => {
    const bob = shop.as('oBob')
    const code = shop.wechat.phones.issue('oBob')
    expect(await bob.call('members.bindPhone', { code })).toMatchObject({ code: 'NOT_A_MEMBER' })
    dataOf(await bob.call('members.join', {}))
    expect(await bob.call('members.bindPhone', { code })).toMatchObject({ ok: true })
  })

  it('lets a broken phone service end as a bug, with an id to quote', async () => {
    shop.close()
    shop = openShop({ overrides: { phones: { numberOf: () => Promise.reject(new Error('down')) } } })
    dataOf(await shop.as('oAnn').call('members.join', {}))
    const reply = await shop.as('oAnn').call('members.bindPhone', { code: 'x' })
    expect(reply).toMatchObject({ ok: false, code: 'INTERNAL', requestId: 'r2' })
  })
})
