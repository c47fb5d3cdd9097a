import * as library from '@shared/promoters/materials-contract'
import * as office from '@shared/promoters/office-contract'
import { join } from '../../../tests/builders/customer'
import { makePromoter, openProgramme, programme } from '../../../tests/builders/promoters'
import { openShop, type Person, type TestShop } from '../../../tests/builders/shop'

let shop: TestShop
beforeEach(async () => {
  shop = openShop({ staff: { oBoss: 'owner', oMgr: 'manager', oClerk: 'clerk' } })
  openProgramme(shop)
  await join(shop.as('oLin'))
  makePromoter(shop, shop.as('oLin'))
})
afterEach(() => shop.close())

const draft = () => {
  const { termsVersion: _version, ...rest } = programme()
  return rest
}
const material = {
  id: 'material-1',
  productId: null,
  title: '早八',
  text: '路过',
  pictures: [],
  savedAt: null,
}
/** What each asks is of no matter: who may not ask is told so before anything is looked at. */
const ASKED: Readonly<Record<string, (who: Person) => Promise<{ readonly ok: boolean }>>> = {
  list: (who) => who.call('promoters.list', { state: 'applied', before: null }),
  invite: (who) => who.call('promoters.invite', { memberId: 'mnobody' }),
  decide: (who) =>
    who.call('promoters.decide', { memberId: 'mnobody', from: 'applied', to: 'accepted', reason: '' }),
  settings: (who) => who.call('promoters.settings', {}),
  library: (who) => who.call('promoters.library', {}),
  saveMaterial: (who) => who.call('promoters.saveMaterial', material),
  removeMaterial: (who) => who.call('promoters.removeMaterial', { id: material.id }),
  saveSettings: (who) => who.call('promoters.saveSettings', { version: 'v', draft: draft() }),
  payouts: (who) => who.call('promoters.payouts', {}),
  settlePayout: (who) => who.call('promoters.settlePayout', { no: 'w1', deed: 'approve', note: '' }),
  export: (who) => who.call('promoters.export', { month: '202611', after: null }),
}
const OWNERS = ['saveSettings', 'payouts', 'settlePayout', 'export']

it.each(Object.keys(ASKED))(
  '%s: by owner and managers, or the owner alone; nobody else (law 16)',
  async (name) => {
    const forbidden = async (openid: string) => {
      const reply = await ASKED[name]!(shop.as(openid))
      return 'code' in reply && reply.code === 'FORBIDDEN'
    }
    expect({
      owner: await forbidden('oBoss'),
      manager: await forbidden('oMgr'),
      clerk: await forbidden('oClerk'),
      promoter: await forbidden('oLin'),
    }).toEqual({ owner: false, manager: OWNERS.includes(name), clerk: true, promoter: true })
  },
)

it('leaves out no action of the office and the library', () => {
  const named = [...Object.values(office), ...Object.values(library)].flatMap((one) =>
    'refusals' in one && 'name' in one ? one.name.split('.')[1] : [],
  )
  expect(named.filter((name) => name !== 'materials').sort()).toEqual(Object.keys(ASKED).sort())
})
