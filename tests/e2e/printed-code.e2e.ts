import type { OutputOf } from '@shared/kernel/action'
import type { saveCampaign } from '@shared/coupons/campaign-contract'
import { DAY_MS } from '@shared/kernel/time'
import type { shopCode } from '@shared/referral/shop-codes-contract'
import { zhou } from '../../local-cloud/seed/people'
import { enter } from '../builders/shop-client'
import { pay, submit, toCheckout } from './stage/customer'
import { phoneOnDesk } from './stage/phone'
import { scanPicture } from './stage/scanner'
import { keepPhone } from './stage/screens'
import type { StoryOf, World } from './stage/world'

const TITLE = '门口海报立减'
const ANY = { categoryIds: [], productIds: [], skuIds: [] }

/** The owner's coupon that only a printed code leads to, and that code's picture. */
async function printCode({ shop }: World): Promise<string | null> {
  const owner = await enter(shop.cloudUrl, zhou.openid)
  const now = await shop.now()
  const benefit = { kind: 'amountOff', offFen: 900, thresholdFen: 1000 }
  const anywhere = { storeIds: [], ways: [], days: [], hours: [] }
  const draft = {
    name: '门口海报',
    entry: { kind: 'channel', channel: 'MADEBYCLOUD' },
    terms: { benefit, title: TITLE, source: '门口海报', scope: ANY, ...anywhere },
    validity: { kind: 'days', days: 7 },
    audience: { newMembers: false, tierIds: [], tags: [] },
    perMember: 1,
    budget: { count: 50, fen: null, shards: 1 },
    startAt: now - DAY_MS,
    endAt: now + 30 * DAY_MS,
  }
  const form = { id: null, version: 0, key: 'printed-code', draft }
  const { campaign } = await owner.call<OutputOf<typeof saveCampaign>>('campaigns.save', form)
  const { id, version } = campaign
  await owner.call('campaigns.setState', { id, version, state: 'running' })
  const target = { kind: 'campaign', campaignId: id }
  const code = { key: 'printed-code', channel: 'table', label: '门口', target }
  return (await owner.call<OutputOf<typeof shopCode>>('referral.shopCode', code)).shopCode.picture
}

export const scansPrintedCode: StoryOf = {
  name: '门口海报的码才有的券：扫码到领券中心，兑换，进卡包，下单用上',
  async play(world) {
    const picture = await printCode(world)
    const desk = await world.desk()
    const left = phoneOnDesk(desk, 0)
    await left.see('自取')
    await desk.locator('.phone select').nth(0).selectOption({ label: '阿May' })
    await left.see(/阿May，欢迎回来/)
    await scanPicture(left, picture)
    await left.text('兑换', '.code-entry').waitFor()
    await keepPhone(desk, 0, 'printed-code-offers')
    await left.tap('兑换', '.code-entry')
    await left.see('兑换成功，在我的券里')
    await keepPhone(desk, 0, 'printed-code-claimed')
    await left.tap('查看我的优惠券')
    await left.find(`.ui-ticket:has-text("${TITLE}")`).waitFor()
    await left.back()
    await left.back()
    await toCheckout(left)
    await left.see(new RegExp(TITLE))
    await left.see('-¥9')
    await submit(left)
    await pay(left)
    await left.find('.order-hero__code').waitFor()
    await left.back()
    await left.tab('我的')
    await left.tap('优惠券')
    await left.tap('已使用', '.ui-segments')
    await left.find(`.coupon-card:has-text("${TITLE}") .coupon-card__mark:has-text("已使用")`).waitFor()
  },
}
