import type { AuditRow, CounterRow } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import { createInstance } from '../../platform/instance'
import { openShop, type TestShop } from '../../../tests/builders/shop'
import { STORE } from '../../../tests/builders/shop-rows'
import { refuse } from '@shared/kernel/refusal'
import { record, requireManager, shopRole, storeRole } from '.'

let shop: TestShop
beforeEach(() => {
  shop = openShop({ staff: { oBoss: 'owner', oLin: 'manager', oChen: 'clerk' } })
})
afterEach(() => shop.close())

const ctxOf = (openid: string) => ({ db: createInstance().db, memberId: shop.as(openid).memberId })
const other = (staff: CounterRow['staff']) => shop.put('counters', { _id: 's2', staff })

it('knows the strongest role at any counter', async () => {
  const chen = shop.as('oChen').memberId
  expect(await shopRole(ctxOf('oChen'))).toBe('clerk')
  other({ [chen]: { role: 'manager', name: '小陈' } })
  expect(await shopRole(ctxOf('oChen'))).toBe('manager')
  expect(await shopRole(ctxOf('oMay'))).toBeNull()
})

it('knows the role at one store, and none at a store that is not there', async () => {
  other({})
  expect(await storeRole(STORE, ctxOf('oLin'))).toBe('manager')
  expect(await storeRole('s2', ctxOf('oLin'))).toBeNull()
  expect(await storeRole('s9', ctxOf('oLin'))).toBeNull()
  expect(await storeRole(STORE, ctxOf('toString'))).toBeNull()
})

it('lets owners and managers pass, and nobody else; a dismissal counts at once', async () => {
  expect(await requireManager(ctxOf('oBoss'))).toEqual({ role: 'owner' })
  expect(await requireManager(ctxOf('oLin'))).toEqual({ role: 'manager' })
  expect(await requireManager(ctxOf('oChen'))).toEqual({ refused: 'FORBIDDEN' })
  expect(await requireManager(ctxOf('oMay'))).toEqual({ refused: 'FORBIDDEN' })
  shop.put('counters', { _id: STORE, staff: {} })
  expect(await requireManager(ctxOf('oBoss'))).toEqual({ refused: 'FORBIDDEN' })
})

it('costs one read', async () => {
  expect(await shop.billed(() => requireManager(ctxOf('oLin')))).toEqual({ reads: 1, writes: 0 })
  expect(await shop.billed(() => storeRole(STORE, ctxOf('oLin')))).toEqual({ reads: 1, writes: 0 })
})

it('records a change with it, and nothing of a change that was refused', async () => {
  const { tx, newId } = createInstance()
  const ctx: Pick<Ctx, 'newId' | 'now' | 'memberId'> = { newId, now: shop.now(), memberId: 'm-boss' }
  const deed = { storeId: null, what: 'campaign.saved', subject: 'c1', before: null, after: { count: 1 } }
  await tx((db) => record(db, ctx, deed))
  await tx(async (db) => {
    await record(db, ctx, deed)
    return refuse('NO')
  })
  expect(shop.rows<AuditRow>('audit')).toEqual([
    { _id: expect.any(String), at: shop.now(), by: 'm-boss', ...deed },
  ])
})
