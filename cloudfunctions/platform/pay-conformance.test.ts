/** Both routes to WeChat Pay keep one promise: the same suite runs against each, over the local cloud's WeChat Pay. */
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@shared/kernel/time'
import * as fc from 'fast-check'
import { payDesk, ROUTES, type PayDesk, type RouteName } from '../../tests/builders/pay-desk'

let desk: PayDesk
afterEach(() => desk.close())

describe.each(ROUTES)('by %s', (route) => {
  beforeEach(() => void (desk = payDesk(route)))

  describe('create', () => {
    it('gives a payment, and the same one again for the same words', async () => {
      const first = await desk.create('order-1')
      expect(first).toMatch(/^prepay_id=.+/)
      expect(await desk.create('order-1')).toBe(first)
    })
    it('takes the same number with other words for a mistake', async () => {
      await desk.create('order-1')
      const unavailable = { created: false, why: 'unavailable' }
      expect(await desk.tryCreate('order-1', { payFen: 1 })).toMatchObject(unavailable)
      expect(await desk.tryCreate('order-1', { openid: 'oBo' })).toMatchObject(unavailable)
    })
    it('says that it is paid, and that it is closed', async () => {
      await desk.pay('order-1')
      expect(await desk.tryCreate('order-1')).toMatchObject({ why: 'paid' })
      await desk.create('order-2')
      await desk.advance(5 * MINUTE_MS)
      await desk.provider.close(desk.about('order-2'))
      expect(await desk.tryCreate('order-2')).toMatchObject({ why: 'closed' })
    })
    it('can be paid until its end and not after', async () => {
      const prepay = await desk.create('order-1')
      await desk.advance(30 * MINUTE_MS)
      expect(desk.confirm(prepay)).toBe(true)
      const late = await desk.create('order-2')
      await desk.advance(30 * MINUTE_MS + SECOND_MS)
      expect(desk.confirm(late)).toBe(false)
      expect(await desk.state('order-2')).toBe('closed')
    })
  })

  describe('query', () => {
    it('goes from not paid to paid, with number and amount', async () => {
      await desk.create('order-1')
      expect(await desk.state('order-1')).toBe('notPaid')
      await desk.pay('order-1')
      expect(await desk.provider.query(desk.about('order-1'))).toEqual({
        state: 'paid',
        transactionId: expect.stringMatching(/^4200\d+$/),
        paidFen: 1800,
      })
    })
    it('takes what was never created for closed', async () => {
      expect(await desk.state('order-9')).toBe('closed')
    })
    it('says that a part went back', async () => {
      await desk.pay('order-1')
      await desk.refund('order-1', 'back-1', 100)
      expect(await desk.state('order-1')).toBe('refunded')
    })
  })

  describe('close', () => {
    it('not within five minutes; then it stays closed and takes no money', async () => {
      const prepay = await desk.create('order-1')
      expect(await desk.provider.close(desk.about('order-1'))).toBe('tooEarly')
      await desk.advance(5 * MINUTE_MS)
      expect(await desk.provider.close(desk.about('order-1'))).toBe('closed')
      expect(await desk.provider.close(desk.about('order-1'))).toBe('closed')
      expect(desk.confirm(prepay)).toBe(false)
    })
    it('says that it is paid, also when a part went back; and closed for what never was', async () => {
      await desk.pay('order-1')
      expect(await desk.provider.close(desk.about('order-1'))).toBe('paid')
      await desk.refund('order-1', 'back-1', 100)
      expect(await desk.provider.close(desk.about('order-1'))).toBe('paid')
      expect(await desk.provider.close(desk.about('order-9'))).toBe('closed')
    })
  })

  describe('refund', () => {
    beforeEach(() => desk.pay('order-1'))
    it('in parts, up to what was paid and not a fen more', async () => {
      expect(await desk.refund('order-1', 'back-1', 1000)).toBe(true)
      expect(await desk.refund('order-1', 'back-2', 500)).toBe(true)
      expect(await desk.refund('order-1', 'back-3', 301)).toBe(false)
      expect(await desk.refund('order-1', 'back-3', 300)).toBe(true)
      expect(await desk.refund('order-1', 'back-4', 1)).toBe(false)
      expect(desk.refundedFen('order-1')).toBe(1800)
    })
    it('once under one number, and under no other amount', async () => {
      await desk.refund('order-1', 'back-1', 800)
      expect(await desk.refund('order-1', 'back-1', 800)).toBe(true)
      expect(await desk.refund('order-1', 'back-1', 700)).toBe(false)
      expect(desk.refundedFen('order-1')).toBe(800)
    })
    it('in fifty parts at most', async () => {
      for (let n = 1; n <= 50; n++) expect(await desk.refund('order-1', `back-${n}`, 1)).toBe(true)
      expect(await desk.refund('order-1', 'back-51', 1)).toBe(false)
      expect(await desk.refund('order-1', 'back-50', 1)).toBe(true)
    })
    it('not of what is unpaid, and not after a year', async () => {
      await desk.create('order-2')
      expect(await desk.refund('order-2', 'back-1', 1)).toBe(false)
      await desk.advance(366 * DAY_MS)
      expect(await desk.refund('order-1', 'back-1', 1)).toBe(false)
    })
    it('with a reason of any length', async () => {
      expect(await desk.refund('order-1', 'back-1', 1, '门店取消了订单：没有豆子了。'.repeat(20))).toBe(true)
    })
    it('is on its way for as long as it takes, then arrives', async () => {
      desk.faults({ refund: { delayMs: HOUR_MS } })
      await desk.refund('order-1', 'back-1', 100)
      await desk.advance(HOUR_MS - SECOND_MS)
      expect(await desk.refundState('back-1')).toBe('processing')
      await desk.advance(SECOND_MS)
      expect(await desk.refundState('back-1')).toBe('success')
      expect(await desk.refundState('back-9')).toBe('unknown')
    })
    it('closed by WeChat gave nothing back, and begins anew under its number', async () => {
      desk.faults({ refund: { ends: 'CLOSED' } })
      await desk.refund('order-1', 'back-1', 1800)
      await desk.advance(MINUTE_MS)
      expect(await desk.refundState('back-1')).toBe('closed')
      expect(desk.refundedFen('order-1')).toBe(0)
      desk.faults({})
      expect(await desk.refund('order-1', 'back-1', 1800)).toBe(true)
      expect(await desk.refundState('back-1')).toBe('processing')
      await desk.advance(MINUTE_MS)
      expect(await desk.refundState('back-1')).toBe('success')
    })
    it('stuck on the way is for a person, and asking again changes nothing', async () => {
      desk.faults({ refund: { ends: 'ABNORMAL', delayMs: 0 } })
      await desk.refund('order-1', 'back-1', 1800)
      desk.faults({})
      expect(await desk.refund('order-1', 'back-1', 1800)).toBe(true)
      expect(await desk.refundState('back-1')).toBe('needsHand')
      desk.endByHand('back-1', 'SUCCESS')
      expect(await desk.refundState('back-1')).toBe('success')
    })
    it('waits while the balance is short', async () => {
      desk.faults({ refund: { refuse: 1 } })
      expect(await desk.refund('order-1', 'back-1', 100)).toBe(false)
      expect(await desk.refundState('back-1')).toBe('unknown')
      expect(await desk.refund('order-1', 'back-1', 100)).toBe(true)
    })
  })

  describe('the notice of a payment', () => {
    const booked = { orderId: 'order-1', transactionId: expect.any(String), paidFen: 1800 }
    it('is booked', async () => {
      await desk.pay('order-1')
      expect(desk.booked).toEqual([booked])
    })
    it('comes late, three times, and at once', async () => {
      desk.faults({ delayMs: HOUR_MS, times: 3, parallel: true })
      await desk.pay('order-1')
      expect(desk.booked).toEqual([])
      await desk.advance(HOUR_MS)
      expect(desk.booked).toEqual([booked, booked, booked])
    })
    it('comes again when it was lost, and when booking failed', async () => {
      desk.faults({ drop: 2 })
      await desk.pay('order-1')
      expect(desk.booked).toEqual([])
      desk.failNext(1)
      // lost at once and after 15 s; the one after 30 s arrives, and fails
      await desk.advance(45 * SECOND_MS)
      expect(desk.booked).toEqual([])
      await desk.advance(5 * MINUTE_MS)
      expect(desk.booked).toEqual([booked])
      await desk.advance(3 * DAY_MS)
      expect(desk.booked).toEqual([booked])
    })
  })
})

describe('what went back of a payment, by hand too', () => {
  const byHand = { sub_mch_id: '1900000109', out_trade_no: 'order-1', out_refund_no: 'by-hand' }
  it('is told by cloudPay', async () => {
    desk = payDesk('cloudPay')
    await desk.pay('order-1')
    expect(await desk.provider.refundedFen?.(desk.about('order-1'))).toBeNull()
    await desk.refund('order-1', 'back-1', 1000)
    desk.wechat.pay.call('refund', { ...byHand, total_fee: 1800, refund_fee: 300 }, undefined)
    expect(await desk.provider.refundedFen?.(desk.about('order-1'))).toBe(1300)
  })
  it('is summed over all refunds of a payment, however many', async () => {
    desk = payDesk('cloudPay')
    await desk.pay('order-1')
    for (let n = 1; n <= 10; n++) await desk.refund('order-1', `back-${n}`, 10)
    expect(await desk.provider.refundedFen?.(desk.about('order-1'))).toBe(100)
    for (let n = 11; n <= 23; n++) await desk.refund('order-1', `back-${n}`, 10)
    expect(await desk.provider.refundedFen?.(desk.about('order-1'))).toBe(230)
    desk.wechat.pay.call('refund', { ...byHand, total_fee: 1800, refund_fee: 300 }, undefined)
    expect(await desk.provider.refundedFen?.(desk.about('order-1'))).toBe(530)
  })
  it('can’t be asked on the workflow route', async () => {
    desk = payDesk('workflow')
    await desk.pay('order-1')
    await desk.refund('order-1', 'back-1', 1000)
    expect(await desk.provider.refundedFen?.(desk.about('order-1'))).toBeNull()
  })
})

describe('whatever is done in whatever order', () => {
  const id = fc.constantFrom('order-1', 'order-2')
  const step = fc.oneof(
    fc.record({ do: fc.constant('create' as const), id }),
    fc.record({ do: fc.constant('pay' as const), id }),
    fc.record({ do: fc.constant('close' as const), id }),
    fc.record({ do: fc.constant('query' as const), id }),
    fc.record({
      do: fc.constant('refund' as const),
      id,
      no: fc.constantFrom('back-1', 'back-2', 'back-3'),
      fen: fc.constantFrom(1, 600, 900, 1800),
    }),
    fc.record({ do: fc.constant('refundState' as const), no: fc.constantFrom('back-1', 'back-2') }),
    fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(SECOND_MS, 6 * MINUTE_MS) }),
    fc.record({ do: fc.constant('faults' as const), ends: fc.constantFrom('SUCCESS', 'CLOSED', 'ABNORMAL') }),
  )
  type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

  async function carryOut(here: PayDesk, one: Step): Promise<unknown> {
    if (one.do === 'create') return (await here.create(one.id)) !== ''
    if (one.do === 'pay') return here.confirm(await here.create(one.id))
    if (one.do === 'close') return here.provider.close(here.about(one.id))
    if (one.do === 'query') return here.state(one.id)
    if (one.do === 'refund') return here.refund(one.id, one.no, one.fen)
    if (one.do === 'refundState') return here.refundState(one.no)
    if (one.do === 'wait') return void (await here.advance(one.ms))
    return here.faults({ refund: { ends: one.ends as 'SUCCESS' | 'CLOSED' | 'ABNORMAL' } })
  }
  async function play(route: RouteName, steps: readonly Step[]) {
    desk?.close()
    desk = payDesk(route)
    const answers: unknown[] = []
    for (const one of steps) {
      answers.push(await carryOut(desk, one))
      expect(desk.refundedFen('order-1')).toBeLessThanOrEqual(1800)
    }
    return { answers, booked: desk.booked.map(({ orderId, paidFen }) => [orderId, paidFen]) }
  }

  it('both routes answer the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        expect(await play('workflow', steps)).toEqual(await play('cloudPay', steps))
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})
