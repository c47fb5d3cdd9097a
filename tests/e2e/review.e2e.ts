import assert from 'node:assert/strict'
import type { OutputOf } from '@shared/kernel/action'
import type { open } from '@shared/home/contract'
import type { place, quote } from '@shared/orders/contract'
import type { code } from '@shared/referral/contract'
import { LATTE, latteChoices, NO_EXTRAS, STORE } from '../bench/journey'
import { enter, type Person, post } from '../builders/shop-client'
import type { StoryOf } from './stage/world'

/** Comes by this code and joins. */
async function joins(cloudUrl: string, openid: string, byCode?: string): Promise<Person> {
  const person = await enter(cloudUrl, openid)
  if (byCode !== undefined) await person.call('referral.land', { code: byCode })
  await person.call('members.join', {})
  return person
}
const codeOf = async (person: Person) => {
  const asked = { target: { kind: 'shop' }, channel: 'card' }
  return (await person.call<OutputOf<typeof code>>('referral.code', asked)).code
}

/** A first latte, paid. */
async function buys(cloudUrl: string, person: Person): Promise<void> {
  const menu = await person.call<OutputOf<typeof open>>('home.open', { knownMenu: null })
  const basket = {
    storeId: STORE,
    way: 'pickup',
    packagingId: menu.shop.packaging[0]?.id,
    lines: [{ ...LATTE, choices: latteChoices(menu) }],
    ...NO_EXTRAS,
  }
  const asked = { ...basket, coupons: 'best' }
  const { quote: said } = await person.call<OutputOf<typeof quote>>('orders.quote', asked)
  const wish = { coupons: said.couponIds, expectPayFen: said.payFen, key: 'story-review', consents: {} }
  const order = { ...basket, ...wish, table: null, note: '' }
  const { payment } = await person.call<OutputOf<typeof place>>('orders.place', order)
  const prepayId = payment?.package.replace('prepay_id=', '')
  await post(`${cloudUrl}/wechat/pay/${prepayId}`, { action: 'confirm' })
}

/** A chain of accounts of this very hour: each was brought, bought nothing, and brings the next. */
export const reviewsReward: StoryOf = {
  name: '刚被邀请来的人又带来新人：奖励先停下，店主看到原因，写理由后发放',
  async play({ shop, phoneOf }) {
    const { cloudUrl } = shop
    const first = await joins(cloudUrl, 'oStoryChain01')
    const second = await joins(cloudUrl, 'oStoryChain02', await codeOf(first))
    const third = await joins(cloudUrl, 'oStoryChain03', await codeOf(second))
    await buys(cloudUrl, third)

    const zhou = await phoneOf('zhou')
    await zhou.tab('工作台')
    await zhou.tap('邀请有礼', '.home-entries')
    await zhou.see(/带朋友来尝尝/)
    await zhou.keep('rewards')
    await zhou.tap(/待核对/)
    await zhou.see(/邀请人自己也是刚被邀请来的/)
    await zhou.keep('reward-review')
    await zhou.tap('发放', '.held-card')
    await zhou.see('发放这份奖励？')
    await zhou.find('[aria-label="理由"] input, input[aria-label="理由"]').fill('认识的老同学，核对过了')
    await zhou.keep('reward-review-dialog')
    await zhou.tap('确定发放')
    await zhou.see('都核对完了')
    const { coupons } = (await second.call<OutputOf<typeof open>>('home.open', { knownMenu: null })).me
    assert.ok(
      coupons.some(({ terms }) => terms.title === '满 16 减 4'),
      'the promoter has the coupon',
    )
  },
}
