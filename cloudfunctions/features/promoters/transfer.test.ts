import { DAY_MS, HOUR_MS, MINUTE_MS } from '@shared/kernel/time'
import { audit } from '../../../scripts/audit/audit'
import { booksOf } from '../../../scripts/audit/books'
import { ok } from '../../../tests/builders/customer'
import { accountRow, ledgerRows, openProgramme } from '../../../tests/builders/promoters'
import { openShop, type Person, type TestShop } from '../../../tests/builders/shop'
import {
  confirmTransfer,
  letExpire,
  linWithMoney,
  payoutRow,
  transfer,
} from '../../../tests/builders/transfers'

let shop: TestShop
let lin: Person
beforeEach(async () => {
  shop = openShop({ staff: { oBoss: 'owner' }, transfers: true })
  lin = await linWithMoney(shop)
})
afterEach(() => {
  expect(audit(booksOf((name) => shop.rows(name), shop.now()))).toEqual([])
  shop.close()
})
const wechat = () => shop.wechat.transfers
const check = async (no: string) => ok(await lin.call('promoters.checkWithdrawal', { no })).withdrawal
const kinds = () => ledgerRows(shop).map(({ kind }) => kind)
const settle = (no: string, deed: 'approve' | 'refuse', note = '') =>
  shop.as('oBoss').call('promoters.settlePayout', { no, deed, note })
const payouts = async () => ok(await shop.as('oBoss').call('promoters.payouts', {})).payouts
/** A transfer that waits for Lin. */
const sent = async (fen = 1000, key = 'key-out-1') => ok(await transfer(lin, fen, key)).withdrawal.no

describe('a transfer that is confirmed', () => {
  it('waits for its recipient, with what they confirm it with, and is paid once they have', async () => {
    const { withdrawal, confirmation, account } = ok(await transfer(lin))
    expect(withdrawal).toMatchObject({ way: 'transfer', state: 'waiting', confirmBy: shop.now() + DAY_MS })
    expect(account).toMatchObject({ availableFen: 3000, withdrawingFen: 1000 })
    const { no } = withdrawal
    expect(wechat().bill(no)).toMatchObject({ fen: 1000, openid: 'oLin', state: 'WAIT_USER_CONFIRM' })
    expect(confirmation).toEqual({
      mchId: '1900000109',
      appId: 'wxlocal0changke000',
      package: wechat().bill(no)?.packageInfo,
    })
    expect(ok(await lin.call('promoters.confirmation', { no }))).toEqual(confirmation)

    await confirmTransfer(shop, no)
    expect(payoutRow(shop, no)).toMatchObject({ state: 'paid', endedAt: shop.now() - 7000 })
    expect(accountRow(shop, lin)).toMatchObject({ withdrawingFen: 0, withdrawnFen: 1000 })
    expect(kinds()).toEqual(['release', 'withdraw', 'paid'])
    expect(await lin.call('promoters.confirmation', { no })).toMatchObject({ code: 'NOT_WAITING' })
  })

  it('keeps of an ended one neither who it was for nor how to confirm it', async () => {
    const no = await sent()
    await confirmTransfer(shop, no)
    expect(Object.keys(payoutRow(shop, no).transfer ?? {}).sort()).toEqual(
      ['busyUntil', 'confirmBy', 'sentAt', 'stop', 'trouble'].sort(),
    )
  })

  it('is seen by asking too, where the callback never comes', async () => {
    wechat().setFaults({ notify: { drop: true } })
    const no = await sent()
    wechat().confirm(wechat().bill(no)!.packageInfo, 'oLin')
    expect(await check(no)).toMatchObject({ state: 'sent', confirmBy: null })
    await shop.advance(10_000)
    expect(await check(no)).toMatchObject({ state: 'paid' })
  })

  it('is told to nobody but its recipient', async () => {
    const no = await sent()
    for (const action of [
      'promoters.confirmation',
      'promoters.checkWithdrawal',
      'promoters.cancelWithdrawal',
    ] as const)
      expect(await shop.as('oEve').call(action, { no })).toMatchObject({ code: 'WITHDRAWAL_NOT_FOUND' })
  })
})

describe('one that nobody confirms', () => {
  it('comes back by WeChat’s notice, and may be withdrawn again', async () => {
    const no = await sent()
    await letExpire(shop)
    expect(payoutRow(shop, no)).toMatchObject({ state: 'expired' })
    expect(accountRow(shop, lin)).toMatchObject({ availableFen: 4000, withdrawingFen: 0 })
    expect(kinds()).toEqual(['release', 'withdraw', 'returned'])
    ok(await transfer(lin, 1000, 'key-out-2'))
  })

  it('comes back by the delayed call where no notice comes, and by the day’s turn where that does not come either', async () => {
    wechat().setFaults({ notify: { drop: true } })
    const no = await sent()
    await letExpire(shop)
    expect(payoutRow(shop, no).state).toBe('expired')

    const untold = openShop({
      transfers: true,
      overrides: { tasks: { later: () => Promise.resolve(false) } },
    })
    const may = await linWithMoney(untold)
    untold.wechat.transfers.setFaults({ notify: { drop: true } })
    const other = ok(await transfer(may)).withdrawal.no
    await untold.advance(2 * DAY_MS)
    expect(payoutRow(untold, other).state).toBe('waiting')
    await untold.tick()
    expect(payoutRow(untold, other).state).toBe('expired')
    untold.close()
  })

  it('can no longer be confirmed once its day is over, though WeChat has not closed it yet', async () => {
    const no = await sent()
    await shop.advance(DAY_MS)
    expect(await lin.call('promoters.confirmation', { no })).toMatchObject({ code: 'NOT_WAITING' })
    expect(wechat().confirm(wechat().bill(no)!.packageInfo, 'oLin').ok).toBe(false)
    expect(await check(no)).toMatchObject({ state: 'waiting', confirmBy: shop.now() })
  })
})

it('says why WeChat could not pay, and brings the money back', async () => {
  const no = await sent()
  wechat().setFaults({ failReason: 'REAL_NAME_CHECK_FAIL' })
  await confirmTransfer(shop, no)
  expect(payoutRow(shop, no)).toMatchObject({ state: 'failed', note: '微信支付还没有实名认证' })
  expect(accountRow(shop, lin)).toMatchObject({ availableFen: 4000 })
})

describe('an answer that nobody heard', () => {
  it('is asked for under the same number, and brings what to confirm with', async () => {
    wechat().setFaults({ lose: 1 })
    const { withdrawal, confirmation } = ok(await transfer(lin))
    expect([withdrawal.state, confirmation]).toEqual(['sent', null])
    expect((await payouts())[0]).toMatchObject({ trouble: 'unknown' })
    // the same tap again
    const again = ok(await transfer(lin))
    expect(again).toMatchObject({ withdrawal: { no: withdrawal.no, state: 'waiting' } })
    expect(again.confirmation?.package).toBe(wechat().bill(withdrawal.no)?.packageInfo)
    expect(wechat().bills()).toHaveLength(1)
    expect((await payouts())[0]).toMatchObject({ trouble: null })
  })

  it('of a request that never arrived is sent again, but not while it could still arrive', async () => {
    wechat().setFaults({ swallow: 1 })
    const no = await sent()
    expect(wechat().bill(no)).toBeUndefined()
    expect(await check(no)).toMatchObject({ state: 'sent' })
    expect(wechat().bill(no)).toBeUndefined()
    await shop.advance(12 * MINUTE_MS)
    expect(wechat().bill(no)).toMatchObject({ state: 'WAIT_USER_CONFIRM' })
    expect(payoutRow(shop, no)).toMatchObject({ state: 'waiting' })
  })

  it('of a request that was given up and arrives after all is still one bill', async () => {
    wechat().setFaults({ late: 1 })
    const no = await sent()
    expect(ok(await lin.call('promoters.cancelWithdrawal', { no })).withdrawal).toMatchObject({
      stopping: true,
    })
    expect(payoutRow(shop, no).endedAt).toBeNull()
    await shop.advance(5 * MINUTE_MS)
    expect(wechat().bill(no)).toMatchObject({ state: 'WAIT_USER_CONFIRM' })
    await shop.advance(12 * MINUTE_MS)
    expect(wechat().bill(no)).toMatchObject({ state: 'CANCELLED' })
    expect(payoutRow(shop, no)).toMatchObject({ state: 'cancelled' })
  })

  it('that is not WeChat’s is not believed', async () => {
    const forged = openShop({ transfers: true })
    const may = await linWithMoney(forged)
    const no = ok(await transfer(may)).withdrawal.no
    const { body, ...event } = forged.wechat.transfers.noticeEvent(no) as { body: string }
    expect(await forged.transferNotice({ ...event, body: `${body} ` })).toMatchObject({ statusCode: 401 })
    expect(await forged.transferNotice({ httpMethod: 'POST', headers: {}, body: '{}' })).toMatchObject({
      statusCode: 401,
    })
    expect(payoutRow(forged, no).state).toBe('waiting')
    forged.close()
  })
})

describe('the merchant’s own troubles', () => {
  it('a balance that is too small is told to the owner, and the payout goes on once it is filled up', async () => {
    wechat().setFaults({ balanceFen: 500 })
    const no = await sent()
    expect(payoutRow(shop, no).state).toBe('sent')
    expect((await payouts())[0]).toMatchObject({ state: 'sent', trouble: 'balance' })
    await shop.advance(30 * MINUTE_MS)
    expect((await payouts())[0]).toMatchObject({ trouble: 'balance' })
    wechat().setFaults({})
    await shop.advance(12 * MINUTE_MS)
    expect(payoutRow(shop, no).state).toBe('waiting')
    expect((await payouts())[0]).toMatchObject({ trouble: null })
  })

  it.each([
    ['limit', 429, 'FREQUENCY_LIMITED'],
    ['setup', 403, 'NO_AUTH'],
    ['setup', 401, 'SIGN_ERROR'],
    ['unknown', 500, 'SYSTEM_ERROR'],
  ] as const)('%s: %d %s', async (trouble, status, code) => {
    wechat().setFaults({ refuse: { times: 1, status, code } })
    const no = await sent()
    expect((await payouts())[0]).toMatchObject({ state: 'sent', trouble })
    expect(accountRow(shop, lin)).toMatchObject({ withdrawingFen: 1000 })
    await shop.advance(12 * MINUTE_MS)
    expect(payoutRow(shop, no).state).toBe('waiting')
  })

  it('a request that WeChat won’t have comes back once there can be no bill of it', async () => {
    wechat().setFaults({ refuse: { times: 1, status: 400, code: 'INVALID_REQUEST' } })
    const no = await sent()
    expect(await check(no)).toMatchObject({ state: 'sent', stopping: true })
    await shop.advance(12 * MINUTE_MS)
    expect(payoutRow(shop, no)).toMatchObject({ state: 'failed', note: '微信没有受理这笔转账' })
    expect(wechat().bills()).toEqual([])
  })

  it('one that hesitates is sent once more, as the same bill', async () => {
    wechat().setFaults({ hesitate: 1 })
    const no = await sent()
    expect(payoutRow(shop, no).state).toBe('sent')
    expect(await check(no)).toMatchObject({ state: 'waiting' })
    expect(wechat().bills()).toHaveLength(1)
  })

  it('a number that stands for other words at WeChat is called back, and never taken for ours', async () => {
    wechat().setFaults({ lose: 1 })
    const no = await sent()
    // what is sent has changed with a deployment meanwhile: WeChat says no, and there is no way to confirm the old one
    shop.put('withdrawals', {
      ...payoutRow(shop, no),
      transfer: { ...payoutRow(shop, no).transfer!, openid: 'oLin2' },
    })
    expect(await check(no)).toMatchObject({ state: 'sent', stopping: true })
    await shop.advance(12 * MINUTE_MS)
    expect(wechat().bill(no)).toMatchObject({ state: 'CANCELLED' })
    expect(payoutRow(shop, no)).toMatchObject({ state: 'failed' })
    expect(accountRow(shop, lin)).toMatchObject({ availableFen: 4000 })
  })

  it('keys that were taken away leave it as it is, and nobody is offered it any more', async () => {
    const no = await sent()
    const { pay } = shop.wechat
    expect(pay).toBeDefined()
    const keyless = openShop({})
    const may = await linWithMoney(keyless)
    expect(await transfer(may)).toMatchObject({ code: 'WAY_GONE' })
    expect(ok(await may.call('promoters.mine', {})).offer.transfer).toBe(false)
    keyless.close()
    expect(payoutRow(shop, no).state).toBe('waiting')
  })
})

describe('given up', () => {
  it('by its recipient: WeChat calls it back, then it is theirs again', async () => {
    const no = await sent()
    const given = ok(await lin.call('promoters.cancelWithdrawal', { no }))
    expect(given.withdrawal).toMatchObject({ state: 'sent', stopping: true })
    expect(given.account).toMatchObject({ withdrawingFen: 1000 })
    expect(await lin.call('promoters.confirmation', { no })).toMatchObject({ code: 'NOT_WAITING' })
    expect(ok(await lin.call('promoters.cancelWithdrawal', { no })).withdrawal).toMatchObject({
      stopping: true,
    })
    await shop.advance(10_000)
    expect(payoutRow(shop, no)).toMatchObject({ state: 'cancelled' })
    expect(accountRow(shop, lin)).toMatchObject({ availableFen: 4000 })
    expect(ok(await lin.call('promoters.cancelWithdrawal', { no })).withdrawal.state).toBe('cancelled')
  })

  it('too late: what was confirmed before is paid', async () => {
    const no = await sent()
    wechat().confirm(wechat().bill(no)!.packageInfo, 'oLin')
    await shop.advance(1)
    wechat().setFaults({ notify: { drop: true } })
    await shop.advance(10_000)
    expect(ok(await lin.call('promoters.cancelWithdrawal', { no })).withdrawal).toMatchObject({
      state: 'paid',
    })
    expect(await lin.call('promoters.cancelWithdrawal', { no })).toMatchObject({ code: 'TOO_LATE' })
  })

  it('by the owner, with a reason', async () => {
    const no = await sent()
    expect(await settle(no, 'refuse')).toMatchObject({ code: 'NOTE_MISSING' })
    expect(ok(await settle(no, 'refuse', '账对不上')).payout).toMatchObject({ state: 'sent', stopping: true })
    expect(await settle(no, 'refuse', '账对不上')).toMatchObject({ code: 'WRONG_STATE' })
    await shop.advance(10_000)
    expect(payoutRow(shop, no)).toMatchObject({ state: 'failed', note: '账对不上' })
  })

  it('on the merchant platform', async () => {
    const no = await sent()
    wechat().callBack(no)
    await shop.advance(10_000)
    expect(payoutRow(shop, no)).toMatchObject({ state: 'cancelled', note: '店家撤回了这笔转账' })
  })
})

describe('limits', () => {
  it('least, most at once, and most in a day', async () => {
    openProgramme(shop, { transfer: true, transferMaxFen: 1500 })
    expect(await transfer(lin, 99)).toMatchObject({ code: 'BELOW_MINIMUM' })
    expect(await transfer(lin, 1501)).toMatchObject({
      code: 'OVER_TRANSFER',
      details: { transferMaxFen: 1500 },
    })
    openProgramme(shop, { transfer: true, dailyFen: 1500 })
    expect(await transfer(lin, 1501)).toMatchObject({ code: 'OVER_DAILY' })
    ok(await transfer(lin, 1000))
    expect(await transfer(lin, 501, 'key-out-2')).toMatchObject({ details: { leftTodayFen: 500 } })
  })

  it('above the owner’s it is sent when they approve it, and can be taken back before', async () => {
    const { withdrawal } = ok(await transfer(lin, 2001))
    expect(withdrawal).toMatchObject({ state: 'requested' })
    expect(wechat().bills()).toEqual([])
    expect(ok(await settle(withdrawal.no, 'approve')).payout).toMatchObject({ state: 'waiting' })
    // a double tap of the owner's
    expect(ok(await settle(withdrawal.no, 'approve')).payout).toMatchObject({ state: 'waiting' })
    await confirmTransfer(shop, withdrawal.no)
    expect(payoutRow(shop, withdrawal.no)).toMatchObject({ state: 'paid' })

    const other = ok(await transfer(lin, 1500, 'key-out-2')).withdrawal
    expect(other.state).toBe('waiting')
  })

  it('one that never came about is given up long before WeChat forgets its number', async () => {
    wechat().setFaults({ balanceFen: 0 })
    const no = await sent()
    await shop.advance(24 * DAY_MS)
    expect(payoutRow(shop, no).state).toBe('sent')
    await shop.advance(2 * DAY_MS)
    expect(payoutRow(shop, no)).toMatchObject({ state: 'failed' })
  }, 30_000)
})

it('a notice that comes again and again, at once and late, ends it once', async () => {
  wechat().setFaults({ notify: { times: 3 } })
  const no = await sent()
  await confirmTransfer(shop, no)
  const event = wechat().noticeEvent(no)
  await Promise.all([shop.transferNotice(event), shop.transferNotice(event)])
  expect(kinds()).toEqual(['release', 'withdraw', 'paid'])
  await shop.advance(HOUR_MS)
  expect(await shop.transferNotice(event)).toMatchObject({ statusCode: 401 })
})
