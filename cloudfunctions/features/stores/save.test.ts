import { isWithinHours } from '@shared/catalogue/opening'
import { DAY_MS, MINUTE_MS } from '@shared/kernel/time'
import type { ShopDraft, StoreDraft } from '@shared/stores/contract'
import type { AuditRow, CounterRow, CouponRow, ShopRow } from '../../database/rows'
import { anOrder, join, ok } from '../../../tests/builders/customer'
import { openShop, type ShopOptions, type TestShop } from '../../../tests/builders/shop'
import { shopRow, STORE, store } from '../../../tests/builders/shop-rows'
import { aShopDraft, aStoreDraft } from '../../../tests/builders/store-drafts'

let shop: TestShop
function open(options: ShopOptions = {}) {
  shop = openShop({ staff: { oBoss: 'owner', oLin: 'manager', oChen: 'clerk' }, ...options })
  return shop
}
afterEach(() => shop.close())

const settings = async (who = 'oBoss') => ok(await shop.as(who).call('stores.settings', {}))
const form = async (who = 'oBoss') => (await settings(who)).stores[0]!
const storeRow = () => shop.row<ShopRow>('settings', 'shop')!.stores[STORE]!
const audit = () => shop.rows<AuditRow>('audit').map(({ _id, ...row }) => row)
async function save(draft: StoreDraft, who = 'oBoss', version?: string) {
  const on = version ?? (await form()).version
  return shop.as(who).call('stores.save', { storeId: STORE, version: on, draft })
}
async function saveShop(draft: ShopDraft, who = 'oBoss', version?: string) {
  const on = version ?? (await settings()).shop.version
  return shop.as(who).call('stores.saveShop', { version: on, draft })
}

describe('the forms', () => {
  it('are those of the shop and of the caller’s stores, in two reads', async () => {
    open({
      shop: { stores: { [STORE]: store, s2: { ...store, id: 's2' }, s3: { ...store, id: 's3', order: 0 } } },
    })
    const { memberId } = shop.as('oBoss')
    shop.put(
      'counters',
      { _id: 's2', staff: { [memberId]: { role: 'clerk', name: '老周' } } },
      { _id: 's3', staff: { [memberId]: { role: 'manager', name: '老周' } } },
    )
    const forms = await settings()
    expect(forms.stores.map((s) => [s.storeId, s.role])).toEqual([
      ['s3', 'manager'],
      [STORE, 'owner'],
    ])
    const { id: _id, order: _order, paused: _p, soldOut: _s, daily: _d, ...draft } = store
    expect(forms.stores[1]?.draft).toEqual(draft)
    expect(forms.shop.draft).toMatchObject({ payWithinMs: 30 * MINUTE_MS, packaging: shopRow.packaging })
    expect(await shop.billed(() => settings())).toEqual({ reads: 2, writes: 0 })
  })

  it('are closed to clerks and customers (law 16)', async () => {
    open()
    const { version } = await form()
    for (const who of ['oChen', 'oMay']) {
      expect(await shop.as(who).call('stores.settings', {})).toMatchObject({ code: 'FORBIDDEN' })
      expect(await save(aStoreDraft(), who)).toMatchObject({ code: 'FORBIDDEN' })
      expect(await saveShop(aShopDraft(), who)).toMatchObject({ code: 'FORBIDDEN' })
    }
    const elsewhere = { storeId: 's9', version, draft: aStoreDraft({ name: '' }) }
    expect(await shop.as('oBoss').call('stores.save', elsewhere)).toMatchObject({ code: 'FORBIDDEN' })
    expect(storeRow()).toEqual(store)
  })
})

describe('what customers would read', () => {
  it.each([
    ['a name', { name: '代开发票' }],
    ['an address', { address: '学府路代开发票' }],
    ['a table', { tables: ['1', '代开发票'] }],
    ['a day’s note', { specialDays: { '20261201': { hours: [], note: '代开发票' } } }],
  ])('is looked at by WeChat: %s of a store', async (_what, over) => {
    open()
    expect(await save(aStoreDraft(over))).toMatchObject({ code: 'TEXT_REJECTED' })
    expect(storeRow()).toEqual(store)
    expect(audit()).toEqual([])
  })

  it.each([
    ['the notice', { notice: '代开发票' }],
    ['a bag', { packaging: [{ id: '', name: '代开发票', feeFen: 0 }] }],
  ])('is looked at by WeChat: %s of the shop', async (_what, over) => {
    open()
    expect(await saveShop(aShopDraft(over))).toMatchObject({ code: 'TEXT_REJECTED' })
    expect(audit()).toEqual([])
  })
})

describe('saving a store', () => {
  it('writes the form, keeps the counter’s copies and who did it, and answers with what is there now', async () => {
    open({ store: { paused: true, soldOut: { 'latte-m': true } } })
    const draft = aStoreDraft({ name: '学府路店', preorder: null, ways: ['pickup', 'delivery'] })
    const answer = ok(await save(draft, 'oLin')).form
    expect(answer).toEqual(await form('oLin'))
    expect(answer.draft).toEqual(draft)
    expect(storeRow()).toMatchObject({
      ...draft,
      id: STORE,
      paused: true,
      soldOut: { 'latte-m': true },
      order: 1,
    })
    expect(storeRow().daily).toEqual({ bagel: 10 })
    expect(shop.row<CounterRow>('counters', STORE)).toMatchObject({ storeName: '学府路店', paused: true })
    expect(ok(await shop.as('oLin').call('manager.board', { storeId: STORE })).board.storeName).toBe(
      '学府路店',
    )
    expect(audit()).toMatchObject([
      {
        at: shop.now(),
        by: shop.as('oLin').memberId,
        storeId: STORE,
        what: 'stores.save',
        subject: STORE,
        before: { name: '一号店', delivery: null },
        after: { name: '学府路店', delivery: draft.delivery },
      },
    ])
    // what did not change is not recorded
    expect(audit()[0]?.before).not.toHaveProperty('address')
  })

  it('writes and records nothing when nothing changed', async () => {
    open({ store: { phone: '0571-88880001' } })
    const { draft } = await form()
    expect(await save(draft)).toMatchObject({ ok: true })
    const { version } = await form()
    expect(
      await shop.billed(() => shop.as('oBoss').call('stores.save', { storeId: STORE, version, draft })),
    ).toEqual({ reads: 2, writes: 0 })
    expect(audit()).toEqual([])
  })

  it('refuses contradictions with the fields named, and changes nothing', async () => {
    open()
    const draft = aStoreDraft({ name: '', minimumFen: -5, tables: ['A1', 'A1'] })
    expect(await save(draft)).toMatchObject({
      code: 'CONTRADICTION',
      details: { faults: [{ field: 'name' }, { field: 'minimumFen' }, { field: 'tables.1' }] },
    })
    expect(storeRow()).toEqual(store)
    expect(await save({ ...aStoreDraft(), lat: 'x' } as never)).toMatchObject({
      code: 'BAD_INPUT',
      details: { path: 'draft.lat' },
    })
    expect(await save({ ...aStoreDraft(), paused: true } as never)).toMatchObject({ code: 'BAD_INPUT' })
  })

  it('tells the second of two what changed meanwhile', async () => {
    open()
    const { version } = await form()
    ok(await save(aStoreDraft({ name: '先改的店' }), 'oLin', version))
    const late = await save(aStoreDraft({ name: '后改的店' }), 'oBoss', version)
    expect(late).toMatchObject({
      code: 'CHANGED_MEANWHILE',
      details: { form: { storeId: STORE, role: 'owner', draft: { name: '先改的店' } } },
    })
    expect(storeRow().name).toBe('先改的店')
    const { form: now } = (late as unknown as { details: { form: { version: string } } }).details
    expect(await save(aStoreDraft({ name: '后改的店' }), 'oBoss', now.version)).toMatchObject({ ok: true })
  })

  it('lets one of two win who save at once', async () => {
    open()
    const { version } = await form()
    const names = ['甲店', '乙店']
    const replies = await Promise.all(names.map((name) => save(aStoreDraft({ name }), 'oBoss', version)))
    expect(replies.filter((r) => r.ok)).toHaveLength(1)
    expect(replies.find((r) => !r.ok)).toMatchObject({
      code: 'CHANGED_MEANWHILE',
      details: { form: { draft: { name: names[replies.findIndex((r) => r.ok)] } } },
    })
    expect(audit()).toHaveLength(1)
  })

  it('is not disturbed by switches and stock that move meanwhile, and does not move them', async () => {
    open()
    const { version } = await form()
    await shop.as('oChen').call('stores.setSoldOut', { storeId: STORE, skuId: 'latte-m', soldOut: 'today' })
    await shop.as('oBoss').call('manager.setPaused', { storeId: STORE, paused: true })
    await shop.as('oBoss').call('stores.setDaily', { storeId: STORE, skuId: 'latte-l', units: 4 })
    ok(await save(aStoreDraft(), 'oBoss', version))
    expect(storeRow()).toMatchObject({
      paused: true,
      soldOut: { 'latte-m': '20261122' },
      daily: { bagel: 10, 'latte-l': 4 },
    })
    expect(shop.row<CounterRow>('counters', STORE)).toMatchObject({ paused: true })
  })

  it('gives new points and slots their ids, and keeps those that were there', async () => {
    open()
    const first = ok(await save(aStoreDraft())).form.draft.preorder!
    const ids = [...first.points, ...first.slots].map((x) => x.id)
    expect(new Set(ids).size).toBe(4)
    for (const made of ids) expect(['p1', 'p2', 's1', 's2']).not.toContain(made)
    expect(first.slots.map((s) => s.pointId)).toEqual(first.points.map((p) => p.id))
    const more = {
      ...first,
      points: [
        ...first.points.slice(1),
        { id: '', name: '操场', address: '' },
        { id: 'x', name: '食堂', address: '' },
      ],
      slots: [...first.slots.slice(1), { ...first.slots[0]!, id: '', pointId: 'x' }],
    }
    const second = ok(await save(aStoreDraft({ preorder: more }))).form.draft.preorder!
    expect(second.points[0]).toEqual(first.points[1])
    expect(second.slots[0]).toEqual(first.slots[1])
    expect(second.slots[1]?.pointId).toBe(second.points[2]?.id)
    expect(second.points.map((p) => p.name)).toEqual(['图书馆门口', '操场', '食堂'])
    expect(new Set([...second.points, ...second.slots].map((x) => x.id)).size).toBe(5)
    for (const { id } of second.points) expect(['', 'x']).not.toContain(id)
  })

  it('drops special days that are over, and judges none of them', async () => {
    open()
    const special = { hours: [], note: '' }
    const draft = aStoreDraft({
      specialDays: { '20261121': special, '20261122': special, '20270101': special },
    })
    expect(Object.keys(ok(await save(draft)).form.draft.specialDays)).toEqual(['20261122', '20270101'])
    await shop.advance(DAY_MS)
    const again = ok(await save({ ...(await form()).draft, name: '改名' })).form.draft
    expect(Object.keys(again.specialDays)).toEqual(['20270101'])
  })

  it('changes when it opens', async () => {
    open()
    expect(isWithinHours(storeRow().hours, shop.now())).toBe(true)
    ok(await save(aStoreDraft({ hours: [{ from: 840, to: 900 }] })))
    expect(await shop.as('oMay').call('home.open', { knownMenu: 1 })).toMatchObject({
      data: { shop: { stores: [{ hours: [{ from: 840, to: 900 }] }] } },
    })
  })
})

describe('saving the shop', () => {
  it('writes what changed, records it, and answers with what is there now', async () => {
    open()
    const draft = aShopDraft({ notice: '  周日休息  ' })
    const answer = ok(await saveShop(draft, 'oLin')).form
    expect(answer.draft.notice).toBe('周日休息')
    expect(answer).toEqual((await settings()).shop)
    const row = shop.row<ShopRow>('settings', 'shop')!
    expect(row).toMatchObject({
      name: shopRow.name,
      stores: { [STORE]: store },
      templates: shopRow.templates,
    })
    expect(row.loyalty.tiers.map((t) => t.name)).toEqual(['新客', '熟客', '常客'])
    expect(audit()).toMatchObject([
      {
        storeId: null,
        what: 'stores.saveShop',
        subject: 'shop',
        before: { notice: '' },
        after: { notice: '周日休息' },
      },
    ])
    expect(audit()[0]?.after).not.toHaveProperty('payWithinMs')
  })

  it('gives new tiers and packaging their ids and keeps the others’', async () => {
    open()
    const first = ok(await saveShop(aShopDraft())).form.draft
    expect(first.packaging.map((p) => p.id)).toEqual(['none', 'bag'])
    const ids = first.loyalty.tiers.map((t) => t.id)
    for (const id of ids) expect(['green', 'silver', 'gold']).not.toContain(id)
    const [tier] = first.loyalty.tiers
    const second = ok(
      await saveShop({ ...first, loyalty: { ...first.loyalty, tiers: [tier!] }, notice: '新公告' }),
    ).form.draft
    expect(second.loyalty.tiers).toEqual([tier])
  })

  it('refuses contradictions, and who comes second', async () => {
    open()
    const { version } = (await settings()).shop
    expect(await saveShop(aShopDraft({ payWithinMs: 1 }))).toMatchObject({
      code: 'CONTRADICTION',
      details: { faults: [{ field: 'payWithinMs' }] },
    })
    ok(await saveShop(aShopDraft({ notice: '甲' }), 'oLin', version))
    expect(await saveShop(aShopDraft({ notice: '乙' }), 'oBoss', version)).toMatchObject({
      code: 'CHANGED_MEANWHILE',
      details: { form: { draft: { notice: '甲' } } },
    })
  })

  it('touches no coupon that was issued when tiers change', async () => {
    open()
    await join(shop.as('oMay'))
    const before = shop.rows<CouponRow>('coupons')
    expect(before).toHaveLength(1)
    const { loyalty } = aShopDraft()
    ok(
      await saveShop(
        aShopDraft({ loyalty: { ...loyalty, tiers: loyalty.tiers.slice(0, 1), pointsPerYuan: 2 } }),
      ),
    )
    expect(shop.rows<CouponRow>('coupons')).toEqual(before)
  })

  it('holds from the next order on', async () => {
    open()
    ok(await saveShop(aShopDraft({ payWithinMs: 10 * MINUTE_MS })))
    const placed = ok(await shop.as('oMay').call('orders.place', anOrder()))
    expect(placed.order.payBefore).toBe(shop.now() + 10 * MINUTE_MS)
  })
})
