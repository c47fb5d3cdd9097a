import { DAY_MS, MINUTE_MS } from '@shared/kernel/time'
import { MOST_TOUCHES } from '@shared/referral/touches'
import type { BindingRow, MemberRow, OrderRow } from '../../database/rows'
import { join, ok, orderRow, place } from '../../../tests/builders/customer'
import { bindingOf, codeOf, come, promoter, touchesOf, shopCodeOf } from '../../../tests/builders/friends'
import { openShop, type TestShop } from '../../../tests/builders/shop'
import { audit } from '../../../scripts/audit/audit'
import { booksOf } from '../../../scripts/audit/books'

// a picture of a code takes a busy machine a while
jest.setTimeout(30_000)

let shop: TestShop
beforeEach(() => {
  shop = openShop({ staff: { oBoss: 'owner', oChen: 'clerk' } })
})
afterEach(() => {
  expect(audit(booksOf((name) => shop.rows(name), shop.now()))).toEqual([])
  shop.close()
})
const zoe = () => shop.as('oZoe')
const SHOP = { kind: 'shop' } as const

describe('referral.land', () => {
  it('notes who came through what, when, and repeats nothing', async () => {
    const ann = await promoter(shop, 'oAnn')
    expect(await shop.billed(() => come(zoe(), ann.code))).toEqual({ reads: 2, writes: 1 })
    expect(touchesOf(shop, zoe())).toEqual([
      { code: ann.code, channel: 'card', target: 'shop', promoter: ann.memberId, at: shop.now() },
    ])
    await shop.advance(29 * MINUTE_MS)
    expect(await shop.billed(() => come(zoe(), ann.code))).toEqual({ reads: 2, writes: 0 })
    expect(touchesOf(shop, zoe())).toHaveLength(1)
  })

  it.each(['', 'HELLO2026', '0a1b2c3d4e5f', '../../etc', 'c:0a1b2c3d4e5f'])(
    'leads to the shop and notes nothing for %j',
    async (code) => {
      expect(await come(zoe(), code)).toEqual(SHOP)
      expect(shop.rows('touches')).toEqual([])
    },
  )

  it('notes nothing of one’s own code', async () => {
    const ann = await promoter(shop, 'oAnn')
    expect(await come(ann, ann.code)).toEqual(SHOP)
    expect(shop.rows('touches')).toEqual([])
  })

  it('notes nothing more of who is a member, and never binds them', async () => {
    const ann = await promoter(shop, 'oAnn')
    const bob = await promoter(shop, 'oBob')
    await come(zoe(), ann.code)
    await join(zoe())
    await come(zoe(), bob.code)
    expect(touchesOf(shop, zoe())).toHaveLength(1)
    await come(bob, ann.code)
    ok(await bob.call('members.join', {}))
    expect(bindingOf(shop, bob)).toBeNull()
  })

  it('loses none of two that come at the same moment', async () => {
    const promoters = [
      await promoter(shop, 'oAnn'),
      await promoter(shop, 'oBob'),
      await promoter(shop, 'oCid'),
    ]
    await Promise.all(promoters.map(({ code }) => come(zoe(), code)))
    expect(
      touchesOf(shop, zoe())
        .map(({ code }) => code)
        .sort(),
    ).toEqual(promoters.map(({ code }) => code).sort())
  })

  it('keeps a bounded list, and forgets it when nobody can be bound by it', async () => {
    const [ann, bob] = [await promoter(shop, 'oAnn'), await promoter(shop, 'oBob')]
    for (let i = 0; i < 30; i++) await come(zoe(), (i % 2 ? ann : bob).code)
    expect(touchesOf(shop, zoe())).toHaveLength(MOST_TOUCHES)
    await shop.advance(29 * DAY_MS)
    await passNight()
    expect(shop.rows('touches')).toHaveLength(1)
    await shop.advance(DAY_MS)
    await passNight()
    expect(shop.rows('touches')).toEqual([])
  })
  /** The timer's turn after five in the morning. */
  async function passNight(): Promise<void> {
    for (let half = 0; half < 48; half++) {
      await shop.advance(30 * MINUTE_MS)
      await shop.tick()
    }
  }
})

describe('signup', () => {
  it('locks the last touch, in the member’s document, the binding and each order', async () => {
    const [ann, bob] = [await promoter(shop, 'oAnn'), await promoter(shop, 'oBob')]
    await come(zoe(), ann.code)
    await shop.advance(MINUTE_MS)
    await come(zoe(), bob.code)
    const touchAt = shop.now()
    await shop.advance(DAY_MS)
    await join(zoe())
    expect(bindingOf(shop, zoe())).toMatchObject({
      promoter: bob.memberId,
      touchAt,
      boundAt: shop.now(),
      channel: 'card',
      code: bob.code,
      touches: [{ code: ann.code }, { code: bob.code }],
    })
    const bound = { promoter: bob.memberId, at: shop.now(), channel: 'card', code: bob.code }
    expect(shop.row<MemberRow>('members', zoe().memberId)?.bound).toEqual(bound)
    const { order } = await place(zoe())
    const { promoter: frozen, boundBy } = orderRow(shop, order.id)
    expect({ promoter: frozen, ...boundBy }).toEqual(bound)
  })

  it('adds a write to joining and nothing to an order', async () => {
    const ann = await promoter(shop, 'oAnn')
    const alone = await shop.billed(() => join(shop.as('oYan')))
    await come(zoe(), ann.code)
    expect(await shop.billed(() => join(zoe()))).toEqual({ ...alone, writes: alone.writes + 1 })
    await place(zoe(), { key: 'key-warms' })
    const aloneOrder = await shop.billed(() => place(shop.as('oYan')))
    expect(await shop.billed(() => place(zoe()))).toEqual(aloneOrder)
  })

  it('binds nobody to a shop’s code, nor to who left, nor after 30 days', async () => {
    await come(zoe(), await shopCodeOf(shop))
    const ann = await promoter(shop, 'oAnn')
    await come(zoe(), ann.code)
    ok(await ann.call('members.leave', {}))
    await join(zoe())
    expect(bindingOf(shop, zoe())).toBeNull()
    const bob = await promoter(shop, 'oBob')
    await come(shop.as('oYan'), bob.code)
    await shop.advance(30 * DAY_MS)
    await join(shop.as('oYan'))
    expect(bindingOf(shop, shop.as('oYan'))).toBeNull()
    const { order } = await place(zoe())
    expect(orderRow(shop, order.id).promoter).toBeNull()
    expect(orderRow(shop, order.id).boundBy).toBeUndefined()
  })

  it('falls back on the promoter before, when the last has left or is barred', async () => {
    const [ann, bob] = [await promoter(shop, 'oAnn'), await promoter(shop, 'oBob')]
    await come(zoe(), ann.code)
    await come(zoe(), bob.code)
    shop.put('members', { ...shop.row<MemberRow>('members', bob.memberId), barredAt: shop.now() })
    await join(zoe())
    expect(bindingOf(shop, zoe())?.promoter).toBe(ann.memberId)
  })

  it('binds no promoter who joined at the same instant', async () => {
    const ann = shop.as('oAnn')
    await join(ann)
    await come(zoe(), await codeOf(ann))
    await join(zoe())
    expect(bindingOf(shop, zoe())).toBeNull()
  })

  it('is the same binding after leaving and coming back, whoever brings them then', async () => {
    const [ann, bob] = [await promoter(shop, 'oAnn'), await promoter(shop, 'oBob')]
    await come(zoe(), ann.code)
    await join(zoe())
    const before = bindingOf(shop, zoe())
    await shop.advance(DAY_MS)
    ok(await zoe().call('members.leave', {}))
    expect(shop.rows('touches')).toEqual([])
    await come(zoe(), bob.code)
    await join(zoe())
    expect(bindingOf(shop, zoe())).toEqual(before)
    expect(shop.row<MemberRow>('members', zoe().memberId)?.bound?.promoter).toBe(ann.memberId)
  })

  it('binds nobody who was a member before, though they had come by themselves', async () => {
    await join(zoe())
    await shop.advance(1)
    ok(await zoe().call('members.leave', {}))
    const ann = await promoter(shop, 'oAnn')
    await come(zoe(), ann.code)
    await join(zoe())
    expect(bindingOf(shop, zoe())).toBeNull()
  })

  it('keeps what an order says when its buyer leaves', async () => {
    const ann = await promoter(shop, 'oAnn')
    await come(zoe(), ann.code)
    await join(zoe())
    const { order } = await place(zoe())
    ok(await zoe().call('orders.cancel', { orderId: order.id }))
    await shop.advance(40 * MINUTE_MS)
    ok(await zoe().call('members.leave', {}))
    expect(shop.row<OrderRow>('orders', order.id)?.promoter).toBe(ann.memberId)
  })
})

describe('races', () => {
  it('makes exactly one binding of two promoters and a dozen taps', async () => {
    const [ann, bob] = [await promoter(shop, 'oAnn'), await promoter(shop, 'oBob')]
    await come(zoe(), ann.code)
    const taps = Array.from({ length: 12 }, (_, i) =>
      i % 3 === 0 ? come(zoe(), bob.code) : zoe().call('members.join', {}),
    )
    await Promise.all(taps)
    const own = shop.rows<BindingRow>('bindings')
    expect(own).toHaveLength(1)
    expect([ann.memberId, bob.memberId]).toContain(own[0]?.promoter)
    expect(shop.row<MemberRow>('members', zoe().memberId)?.bound?.promoter).toBe(own[0]?.promoter)
  })

  it('lets fifty friends in at once through one promoter: no document of theirs is shared', async () => {
    // a welcome coupon would make them wait for its budget
    shop.put('settings', { ...shop.row<object>('settings', 'shop'), welcomeCampaignId: null })
    const ann = await promoter(shop, 'oAnn')
    const friends = Array.from({ length: 50 }, (_, i) => shop.as(`oFriend${i}`))
    const replies = await Promise.all(
      friends.map(async (friend) => {
        await come(friend, ann.code)
        return friend.call('members.join', {})
      }),
    )
    expect(replies.every(({ ok: done }) => done)).toBe(true)
    expect(shop.rows<BindingRow>('bindings').map(({ promoter: by }) => by)).toEqual(
      Array(50).fill(ann.memberId),
    )
    expect(ok(await ann.call('rewards.mine', { before: null })).total).toBe(50)
  })
})
