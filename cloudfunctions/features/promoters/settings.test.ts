import type { ProgrammeDraft } from '@shared/promoters/office-contract'
import { runCampaign } from '../../../tests/builders/campaigns'
import { ok } from '../../../tests/builders/customer'
import { openShop, type TestShop } from '../../../tests/builders/shop'
import { shopRow } from '../../../tests/builders/shop-rows'
import type { AuditRow, ShopRow } from '../../database/rows'

let shop: TestShop
beforeEach(() => {
  shop = openShop({
    staff: { oBoss: 'owner', oMgr: 'manager', oClerk: 'clerk' },
    shop: { loyalty: { ...shopRow.loyalty, pointFen: 1 } },
  })
  runCampaign(shop, { entry: { kind: 'grant' } })
})
afterEach(() => shop.close())

const draft = (over: Partial<ProgrammeDraft> = {}): ProgrammeDraft => ({
  open: true,
  rateBp: 500,
  categories: { bread: 1000 },
  products: { latte: 800 },
  returnDays: 7,
  minimumFen: 1000,
  dailyFen: 20_000,
  approvalAboveFen: 5000,
  cash: true,
  transfer: false,
  transferMaxFen: 20_000,
  pointsPerYuan: 100,
  coupons: [{ campaignId: 'autumn', fen: 300 }],
  terms: '推荐朋友下单，按实付商品金额拿佣金。',
  ...over,
})
const form = async () => ok(await shop.as('oBoss').call('promoters.settings', {})).form
const save = async (over: Partial<ProgrammeDraft> = {}, version?: string) =>
  shop
    .as('oBoss')
    .call('promoters.saveSettings', { version: version ?? (await form()).version, draft: draft(over) })

it('opens a programme, with the coupons’ names and a version of the terms', async () => {
  expect((await form()).programme).toMatchObject({ open: false, termsVersion: 0 })
  const saved = ok(await save())
  const { title } = saved.form.programme.coupons[0]!
  expect(title).not.toBe('')
  expect(saved.form.programme).toEqual({
    ...draft(),
    coupons: [{ campaignId: 'autumn', fen: 300, title }],
    termsVersion: 1,
  })
  expect(shop.row<ShopRow>('settings', 'shop')?.programme).toEqual(saved.form.programme)
  expect(ok(await save({ rateBp: 600 })).form.programme.termsVersion).toBe(1)
  expect(ok(await save({ terms: '新的须知' })).form.programme.termsVersion).toBe(2)
  expect(shop.rows<AuditRow>('audit').map(({ what }) => what)).toEqual(
    Array<string>(3).fill('promoters.saveSettings'),
  )
})

it('is saved by the owner, read by managers, and nothing to clerks', async () => {
  const { version } = await form()
  const coupons = [{ campaignId: 'autumn', title: expect.any(String) as string }]
  expect(ok(await shop.as('oMgr').call('promoters.settings', {}))).toMatchObject({ coupons, isOwner: false })
  expect(ok(await shop.as('oBoss').call('promoters.settings', {}))).toMatchObject({ coupons, isOwner: true })
  for (const openid of ['oMgr', 'oClerk', 'oMay'])
    expect(await shop.as(openid).call('promoters.saveSettings', { version, draft: draft() })).toMatchObject({
      code: 'FORBIDDEN',
    })
  expect(await shop.as('oClerk').call('promoters.settings', {})).toMatchObject({ code: 'FORBIDDEN' })
})

it('lets nobody overwrite what another saved meanwhile', async () => {
  const { version } = await form()
  ok(await save())
  expect(await save({ rateBp: 900 }, version)).toMatchObject({
    code: 'CHANGED_MEANWHILE',
    details: { form: { programme: { rateBp: 500 } } },
  })
})

it('refuses a contradiction at its field, and saves nothing of it', async () => {
  expect(await save({ minimumFen: 30_000, products: { tea: 100 } })).toMatchObject({
    code: 'CONTRADICTION',
    details: {
      faults: [
        { field: 'products.tea', sentence: '菜单里没有这一项了，请删掉' },
        { field: 'dailyFen', sentence: '每日上限比最低提现还少，一次也提不了' },
      ],
    },
  })
  expect(shop.row<ShopRow>('settings', 'shop')?.programme).toBeUndefined()
})
