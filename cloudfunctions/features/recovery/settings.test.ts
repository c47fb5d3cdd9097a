import { DAY_MS, HOUR_MS, MINUTE_MS } from '@shared/kernel/time'
import type { RecoveryDraft } from '@shared/recovery/contract'
import { join, ok, place } from '../../../tests/builders/customer'
import { goTo } from '../../../tests/builders/reach'
import { exposures, openRecoveryShop } from '../../../tests/builders/recovery'
import type { TestShop } from '../../../tests/builders/shop'
import type { AuditRow, ExperimentRow, ShopRow } from '../../database/rows'

let shop: TestShop
const open = (options: Parameters<typeof openRecoveryShop>[0] = {}) =>
  (shop = openRecoveryShop({
    staff: { oBoss: 'owner', oLead: 'manager', oChen: 'clerk' },
    plan: { chanceBp: 5_000 },
    ...options,
  }))
afterEach(() => shop.close())
const form = async () => ok(await shop.as('oBoss').call('recovery.settings', {})).form
const save = async (over: Partial<RecoveryDraft>, version?: string) => {
  const { draft, version: now } = await form()
  return shop.as('oBoss').call('recovery.save', { version: version ?? now, draft: { ...draft, ...over } })
}
const plan = () => shop.row<ShopRow>('settings', 'shop')!.recovery

it('shows what a shop begins with, and the coupons that can be chosen', async () => {
  open()
  shop.put('settings', { ...shop.row<object>('settings', 'shop'), recovery: null })
  expect(await form()).toMatchObject({
    draft: {
      on: false,
      campaignId: null,
      remindAfterMs: 15 * MINUTE_MS,
      couponAfterMs: 24 * HOUR_MS,
      perYear: 3,
    },
    choices: [{ campaignId: 'left', title: '给你留的 4 元', costFen: 400 }],
    templates: { unpaid: true, coupon: true },
  })
})

it('begins another comparison with other rules, and keeps what runs under the old ones', async () => {
  open({ plan: {} })
  await join(shop.as('oAnn'))
  const { order } = await place(shop.as('oAnn'))
  ok(await save({ chanceBp: 4_000 }))
  expect(plan()).toMatchObject({ version: 2, chanceBp: 4_000, startedAt: shop.now(), on: true })
  expect(shop.rows<ExperimentRow>('experiments').map(({ _id }) => _id)).toEqual(['recovery:1', 'recovery:2'])
  await shop.advance(25 * HOUR_MS)
  expect(exposures(shop)).toMatchObject([{ _id: order.id, experiment: 'recovery:1', arm: 'treated' }])
  expect(shop.rows<AuditRow>('audit')).toMatchObject([
    { what: 'recovery.save', before: { version: 1 }, after: { version: 2 } },
  ])
})

it('is switched off and on again without losing the comparison; the same sent twice is once', async () => {
  open()
  ok(await save({ on: false }))
  expect(plan()).toMatchObject({ version: 1, on: false })
  const stale = (await form()).version
  ok(await save({ on: true }))
  ok(await save({ on: true }, stale))
  expect(plan()).toMatchObject({ version: 1, on: true })
  expect(await save({ perYear: 2 }, stale)).toMatchObject({ code: 'CHANGED_MEANWHILE' })
  expect(shop.rows('audit')).toHaveLength(2)
})

it('names the field that contradicts the time for payment, the campaigns or reason', async () => {
  open()
  const faults = async (over: Partial<RecoveryDraft>) => {
    const refused = await save(over)
    if (refused.ok || refused.code !== 'CONTRADICTION') throw new Error('saved')
    return refused.details.faults.map(({ field }) => field)
  }
  expect(await faults({ remindAfterMs: 28 * MINUTE_MS })).toEqual(['remindAfterMs'])
  expect(await faults({ remindAfterMs: 1.5 * MINUTE_MS })).toEqual(['remindAfterMs'])
  expect(await faults({ campaignId: 'welcome' })).toEqual(['campaignId'])
  expect(await faults({ chanceBp: 10_000, coolDownMs: DAY_MS, perYear: 0 })).toEqual([
    'chanceBp',
    'coolDownMs',
    'perYear',
  ])
  expect(await faults({ readoutMs: 0.5, marginBp: -1 })).toEqual(['marginBp', 'readoutMs'])
})

it('is the owner’s and the managers’', async () => {
  open()
  const { draft, version } = await form()
  for (const [openid, allowed] of [
    ['oBoss', true],
    ['oLead', true],
    ['oChen', false],
    ['oAnn', false],
  ] as const) {
    const person = shop.as(openid)
    const answers = [
      await person.call('recovery.settings', {}),
      await person.call('recovery.save', { version, draft }),
      await person.call('recovery.report', {}),
    ]
    expect(answers.map(({ ok: fine }) => fine)).toEqual([allowed, allowed, allowed])
  }
})

it('reports what was decided and why, and that there is not enough to tell yet', async () => {
  open({ plan: { expectedBp: 2_000, worthKnowingBp: 1_000 } })
  const ann = shop.as('oAnn')
  await join(ann)
  await place(ann)
  await goTo(shop, '20261123', 13)
  await place(ann, { key: 'key-00002' })
  await goTo(shop, '20261124', 14)
  const report = ok(await shop.as('oBoss').call('recovery.report', {}))
  expect(report).toMatchObject({
    on: true,
    running: { version: 1, coupon: '给你留的 4 元', treated: 1, control: 0 },
    latest: [
      {
        arm: null,
        why: ['recent', 'coolDown'],
        given: false,
        goods: '拿铁×1',
        payFen: 1_900,
        reminder: null,
      },
      { arm: 'treated', why: [], given: true, bought: null },
    ],
  })
  expect(report.running?.card[0]).toMatch(/数据还不够/)
})
