/** Codes, comings through them, and signups that bind, killed in the middle of it. */
import { come, codeOf, promoter, shopCodeOf } from '../../builders/friends'
import type { CrashCase } from '../crash-matrix'
import { again, may } from './begin'

const SHOP = { kind: 'shop' } as const

export const referralCases: readonly CrashCase[] = [
  again('referral.code: with its picture', async (shop) => {
    const ann = await promoter(shop, 'oAnn')
    return () => ann.call('referral.code', { target: SHOP, channel: 'poster' })
  }),
  again('referral.land', async (shop) => {
    const ann = await promoter(shop, 'oAnn')
    return () => may(shop).call('referral.land', { code: ann.code })
  }),
  again('members.join: a friend of two promoters', async (shop) => {
    const ann = await promoter(shop, 'oAnn')
    const bob = await promoter(shop, 'oBob')
    await come(may(shop), ann.code)
    await come(may(shop), await codeOf(bob, { kind: 'product', productId: 'latte' }))
    return () => may(shop).call('members.join', {})
  }),
  again(
    'referral.shopCode: with its picture',
    async (shop) => () =>
      shop.as('oBoss').call('referral.shopCode', {
        key: 'key-table-1',
        channel: 'table',
        label: '1 号桌',
        target: SHOP,
      }),
  ),
  again('members.join: through a code of the shop', async (shop) => {
    await come(may(shop), await shopCodeOf(shop))
    return () => may(shop).call('members.join', {})
  }),
]
