import { DAY_MS } from '@shared/kernel/time'
import { join, ok } from '../../../tests/builders/customer'
import {
  accountRow,
  ledgerRows,
  makePromoter,
  openProgramme,
  paidThrough,
} from '../../../tests/builders/promoters'
import { openShop, type Person, type TestShop } from '../../../tests/builders/shop'
import type { AuditRow, CommissionRow, LedgerRow, MemberRow } from '../../database/rows'

let shop: TestShop
let lin: Person
let may: Person
let boss: Person
beforeEach(async () => {
  shop = openShop({ staff: { oBoss: 'owner', oMgr: 'manager', oClerk: 'clerk' } })
  lin = shop.as('oLin')
  may = shop.as('oMay')
  boss = shop.as('oBoss')
  openProgramme(shop)
  await join(lin)
})
afterEach(() => shop.close())

const applying = { name: '林子', note: '我住三号楼', termsVersion: 1 }
const decide = (from: string, to: string, reason = '') =>
  boss.call('promoters.decide', { memberId: lin.memberId, from, to, reason } as never)
const mine = async () => ok(await lin.call('promoters.mine', {}))
const audit = () => shop.rows<AuditRow>('audit').map(({ what, by }) => ({ what, by }))

describe('applying', () => {
  it('shows the terms to anybody, and the rates to nobody who was not accepted', async () => {
    const before = await mine()
    expect(before).toMatchObject({ promoter: null, account: null, rates: null, entries: [], next: null })
    expect(before.offer).toMatchObject({ open: true, termsVersion: 1, returnDays: 7 })
    expect(before.offer).not.toHaveProperty('rateBp')
    const { shop: seen } = ok(await may.call('catalogue.menu', { known: null }))
    expect(seen.promoting).toBe(true)
    expect(await lin.call('promoters.rates', {})).toMatchObject({ ok: false, code: 'NOT_A_PROMOTER' })
  })

  it('waits for the owner, who accepts; then they know what goods pay', async () => {
    expect(ok(await lin.call('promoters.apply', applying)).promoter).toEqual({
      state: 'applied',
      name: '林子',
      termsVersion: 1,
      reason: '',
    })
    expect(ok(await lin.call('promoters.apply', applying)).promoter.state).toBe('applied')
    expect(await lin.call('promoters.rates', {})).toMatchObject({ code: 'NOT_A_PROMOTER' })
    const list = ok(await boss.call('promoters.list', { state: 'applied', before: null }))
    expect(list).toMatchObject({ promoters: [{ memberId: lin.memberId, note: '我住三号楼', account: null }] })
    expect(ok(await decide('applied', 'accepted')).promoter).toMatchObject({
      state: 'accepted',
      account: { pendingFen: 0 },
    })
    expect(ok(await lin.call('promoters.rates', {}))).toEqual({
      rates: { rateBp: 500, categories: { bread: 1000 }, products: {} },
      returnDays: 7,
    })
    expect(accountRow(shop, lin)).toMatchObject({ earning: true, entries: 0 })
    expect(audit()).toEqual([{ what: 'promoter.accepted', by: boss.memberId }])
  })

  it('is refused to strangers, to old terms, to bad words and while the programme is closed', async () => {
    const refused = async (person: Person, over: object = {}) =>
      (await person.call('promoters.apply', { ...applying, ...over })) as { code?: string }
    expect((await refused(may)).code).toBe('NOT_A_MEMBER')
    expect((await refused(lin, { termsVersion: 0 })).code).toBe('TERMS_CHANGED')
    openProgramme(shop, { open: false })
    expect((await refused(lin)).code).toBe('PROGRAMME_CLOSED')
    expect(shop.rows('promoters')).toEqual([])
  })

  it('makes a promoter at once of who was invited, by their own yes', async () => {
    const invited = ok(await shop.as('oMgr').call('promoters.invite', { memberId: lin.memberId }))
    expect(invited.promoter.state).toBe('invited')
    ok(await boss.call('promoters.invite', { memberId: lin.memberId }))
    expect(shop.row('accounts', lin.memberId)).toBeNull()
    expect(ok(await lin.call('promoters.apply', applying)).promoter.state).toBe('accepted')
    expect(accountRow(shop, lin).earning).toBe(true)
    expect(await boss.call('promoters.invite', { memberId: lin.memberId })).toMatchObject({
      code: 'WRONG_STATE',
      details: { state: 'accepted' },
    })
    expect(await boss.call('promoters.invite', { memberId: may.memberId })).toMatchObject({
      code: 'MEMBER_NOT_FOUND',
    })
  })

  it('may be tried again after a refusal, and accepts newer terms', async () => {
    ok(await lin.call('promoters.apply', applying))
    ok(await decide('applied', 'declined', '名额满了'))
    expect((await mine()).promoter).toMatchObject({ state: 'declined', reason: '名额满了' })
    expect(ok(await lin.call('promoters.apply', applying)).promoter).toMatchObject({
      state: 'applied',
      reason: '',
    })
    ok(await decide('applied', 'accepted'))
    openProgramme(shop, { termsVersion: 2, open: false })
    const renewed = ok(await lin.call('promoters.apply', { ...applying, note: '', termsVersion: 2 }))
    expect(renewed.promoter).toMatchObject({ state: 'accepted', termsVersion: 2 })
    expect(shop.row('promoters', lin.memberId)).toMatchObject({ note: applying.note })
  })
})

describe('a ban', () => {
  it('stops what comes, keeps what was earned, and can be lifted', async () => {
    makePromoter(shop, lin)
    await join(may)
    await paidThrough(shop, may, lin.memberId, { key: 'key-before' })
    expect(await decide('accepted', 'banned')).toMatchObject({ code: 'REASON_MISSING' })
    ok(await decide('accepted', 'banned', '自己买自己的'))
    await paidThrough(shop, may, lin.memberId, { key: 'key-during' })
    expect((await mine()).account).toMatchObject({ pendingFen: 95 })
    expect(await mine()).toMatchObject({ promoter: { state: 'banned', reason: '自己买自己的' }, rates: null })
    expect(await lin.call('promoters.apply', applying)).toMatchObject({ code: 'BANNED' })
    expect(await decide('accepted', 'banned', '又一次')).toMatchObject({ details: { state: 'banned' } })
    ok(await decide('banned', 'accepted'))
    await paidThrough(shop, may, lin.memberId, { key: 'key-after0' })
    expect((await mine()).account).toMatchObject({ pendingFen: 190 })
    expect(audit().map(({ what }) => what)).toEqual(['promoter.banned', 'promoter.accepted'])
  })
})

it('is decided by owner and managers alone', async () => {
  ok(await lin.call('promoters.apply', applying))
  for (const person of [shop.as('oClerk'), lin]) {
    const { memberId } = lin
    expect(await person.call('promoters.list', { state: 'applied', before: null })).toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(await person.call('promoters.invite', { memberId })).toMatchObject({ code: 'FORBIDDEN' })
    const accepted = { memberId, from: 'applied', to: 'accepted', reason: '' } as const
    expect(await person.call('promoters.decide', accepted)).toMatchObject({ code: 'FORBIDDEN' })
  }
  expect(
    await boss.call('promoters.decide', { memberId: 'm-none', from: 'applied', to: 'accepted', reason: '' }),
  ).toMatchObject({ code: 'PROMOTER_NOT_FOUND' })
})

it('lists a page of promoters with their accounts, those that changed last first', async () => {
  const people = Array.from({ length: 23 }, (_, i) => shop.as(`oP${i}`))
  for (const person of people) {
    await shop.advance(1)
    makePromoter(shop, person, { pendingFen: 7 })
  }
  const first = ok(await boss.call('promoters.list', { state: 'accepted', before: null }))
  expect(first.promoters).toHaveLength(20)
  expect(first.more).toBe(true)
  expect(first.promoters[0]).toMatchObject({ memberId: people[22]!.memberId, account: { pendingFen: 7 } })
  const rest = ok(
    await boss.call('promoters.list', { state: 'accepted', before: first.promoters[19]!.changedAt }),
  )
  expect(rest.promoters.map((p) => p.memberId)).toEqual([2, 1, 0].map((i) => people[i]!.memberId))
  expect(rest.more).toBe(false)
})

describe('the promoter’s page', () => {
  const order = (i: number): CommissionRow => ({
    _id: `o-${i}`,
    promoter: lin.memberId,
    rateBps: [500],
    returnDays: 7,
    baseFen: 1900,
    amountFen: 95,
    clawedFen: i % 2 === 0 ? 0 : 45,
    paidAt: shop.now() + i,
    state: i < 30 ? 'pending' : 'released',
    availableAt: i % 3 === 0 ? shop.now() + i * DAY_MS : null,
    dueAt: shop.now() + i * DAY_MS,
  })
  const line = (n: number): LedgerRow => ({
    _id: `credit:o-${n}`,
    promoter: lin.memberId,
    n,
    at: shop.now(),
    month: '202611',
    kind: 'credit',
    source: `o-${n}`,
    fen: 95,
    postings: [
      { account: 'shop', fen: -95 },
      { account: 'pending', fen: 95 },
    ],
  })

  it('is four reads however much there is, and pages by the entries’ own numbers', async () => {
    makePromoter(shop, lin, { pendingFen: 9500, entries: 45 })
    shop.put('commissions', ...Array.from({ length: 60 }, (_, i) => order(i)))
    // all at one instant, as a morning's releases are
    shop.put('ledger', ...Array.from({ length: 45 }, (_, i) => line(i + 1)))
    expect(await shop.billed(mine)).toEqual({ reads: 4, writes: 0 })
    const page = await mine()
    expect(page.promised).toHaveLength(20)
    expect(page.promised[0]).toMatchObject({ fen: 95, availableAt: shop.now() })
    expect(page.promised[1]).toMatchObject({ fen: 50, availableAt: null, returnDays: 7 })
    expect(JSON.stringify(page)).not.toMatch(/o-\d/)
    expect(page.entries.map(({ n }) => n)).toEqual(Array.from({ length: 20 }, (_, i) => 45 - i))
    expect(page.entries[0]).toMatchObject({ kind: 'credit', fen: 95, moves: { pendingFen: 95, debtFen: 0 } })
    expect(page.next).toBe(26)
    const next = () => lin.call('promoters.entries', { before: 26 })
    expect(await shop.billed(next)).toEqual({ reads: 1, writes: 0 })
    const second = ok(await next())
    expect(second.entries.map(({ n }) => n)[0]).toBe(25)
    const last = ok(await lin.call('promoters.entries', { before: second.next ?? 0 }))
    expect(last).toMatchObject({ next: null })
    expect(last.entries.map(({ n }) => n)).toEqual([5, 4, 3, 2, 1])
  })

  it('shows nobody another’s', async () => {
    makePromoter(shop, lin)
    await join(may)
    await paidThrough(shop, may, lin.memberId)
    expect(ok(await may.call('promoters.mine', {}))).toMatchObject({
      account: null,
      entries: [],
      promised: [],
    })
    expect(ok(await may.call('promoters.entries', { before: 99 }))).toEqual({ entries: [], next: null })
  })
})

describe('the ledger of a month', () => {
  it('is the owner’s, as a table that adds up', async () => {
    makePromoter(shop, lin)
    await join(may)
    const placed = await paidThrough(shop, may, lin.memberId)
    const input = { month: '202611', after: null }
    expect(await shop.as('oMgr').call('promoters.export', input)).toMatchObject({ code: 'FORBIDDEN' })
    const { csv, next } = ok(await boss.call('promoters.export', input))
    expect(csv).toBe(
      '\uFEFF时间,推客,会员号,序号,事项,单号,待结算,可提现,提现中,已提现,欠款\r\n' +
        `2026-11-22 10:00,林子,${lin.memberId},1,朋友下单,${placed.order.id},0.95,0,0,0,0\r\n`,
    )
    expect(next).toBeNull()
    expect(ok(await boss.call('promoters.export', { ...input, month: '202612' })).csv).not.toContain('林子')
  })

  it('comes in pages that miss nothing and repeat nothing, entries of one instant among them', async () => {
    makePromoter(shop, lin)
    await join(may)
    await paidThrough(shop, may, lin.memberId)
    const [one] = ledgerRows(shop)
    const many = Array.from({ length: 2500 }, (_, i) => ({
      ...one!,
      _id: `credit:o-${i}`,
      n: i + 2,
      at: one!.at + Math.floor(i / 700),
    }))
    shop.put('ledger', ...many)
    const seen: string[] = []
    let after: string | null = null
    do {
      const { csv, next }: { csv: string; next: string | null } = ok(
        await boss.call('promoters.export', { month: '202611', after }),
      )
      seen.push(...csv.split('\r\n').filter((row) => row.startsWith('2026')))
      after = next
    } while (after !== null)
    expect(seen).toHaveLength(2501)
    expect(new Set(seen.map((row) => row.split(',')[3])).size).toBe(2501)
  })
})

describe('leaving', () => {
  it('takes the name along, and leaves an account that tells nobody whose it was', async () => {
    makePromoter(shop, lin, { availableFen: 900 })
    ok(await lin.call('promoters.withdraw', { fen: 300, way: 'cash', campaignId: null, key: 'key-out-1' }))
    ok(await lin.call('members.leave', {}))
    expect(JSON.stringify([shop.rows('promoters'), shop.rows('withdrawals')])).not.toContain('林子')
    expect(accountRow(shop, lin)).toMatchObject({ availableFen: 600, withdrawingFen: 300, earning: false })
    expect(ok(await boss.call('promoters.payouts', {})).payouts).toMatchObject([{ name: '', fen: 300 }])
    await join(lin)
    ok(await lin.call('promoters.apply', applying))
    ok(await decide('applied', 'accepted'))
    expect((await mine()).account).toMatchObject({ availableFen: 600 })
  })

  it('sheds no ban', async () => {
    makePromoter(shop, lin)
    ok(await decide('accepted', 'banned', '刷单'))
    ok(await lin.call('members.leave', {}))
    await join(lin)
    expect(await lin.call('promoters.apply', applying)).toMatchObject({ code: 'BANNED' })
  })
})

it('asks WeChat about what an applicant writes', async () => {
  const strict = openShop({ overrides: { texts: { check: () => Promise.resolve('rejected' as const) } } })
  openProgramme(strict)
  const person = strict.as('oLin')
  ok(await person.call('members.join', {}))
  expect(await person.call('promoters.apply', applying)).toMatchObject({ code: 'TEXT_REJECTED' })
  expect(strict.rows<MemberRow>('promoters')).toEqual([])
  strict.close()
})
