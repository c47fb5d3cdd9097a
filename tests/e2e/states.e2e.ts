import assert from 'node:assert/strict'
import { HOUR_MS } from '@shared/kernel/time'
import type { open } from '@shared/home/contract'
import type { OutputOf } from '@shared/kernel/action'
import type { member } from '@shared/manager/member-contract'
import type { Alert, alerts, InvoiceView, invoices } from '@shared/manager/office-contract'
import { encodeMember } from '@shared/members/member-code'
import type { settings, ShopForm, StoreDraft } from '@shared/stores/contract'
import { chen, may, zhou } from '../../local-cloud/seed/people'
import { enter } from '../builders/shop-client'
import { cutOff, heldBack, tells } from './stage/answers'
import { toCheckout } from './stage/customer'
import { PHONE_SIZE } from './stage/screens'
import type { LonePhone, StoryOf } from './stage/world'

/** Nothing that can be read or tapped hangs over the phone's edge. */
async function fits(phone: LonePhone): Promise<void> {
  await phone.settled()
  const over = await phone.find('.taro_page:not(.taro_page_shade)').evaluate(
    (page, width) =>
      [...page.querySelectorAll('*')]
        .filter((part) => part.children.length === 0 && (part.textContent ?? '') !== '')
        .filter((part) => part.getBoundingClientRect().right > width + 1)
        .map((part) => part.textContent),
    PHONE_SIZE.width,
  )
  assert.deepEqual(over, [], 'words hang over the edge')
}

export const claimCentre: StoryOf = {
  name: '领券中心：还在路上、没有网、再试一次就有',
  async play(world) {
    world.troubles.forgive(/net::ERR_INTERNET_DISCONNECTED/)
    const may = await world.phoneOf('may')
    await may.tab('我的')
    await may.see('领券中心')
    const { prepare, release } = heldBack()
    await prepare(may.page)
    await may.tap('领券中心')
    await may.find('.offers .ui-skeleton').waitFor()
    await may.keep('offers-loading')
    const { connect } = await cutOff(may.page, 'coupons.offers')
    release()
    await may.page.reload()
    await may.tab('我的')
    await may.tap('领券中心')
    await may.see('再试一次')
    await may.keep('offers-offline')
    await connect()
    await may.tap('再试一次')
    await may.see('蛋挞买二送一')
  },
}

const LONG_TITLE = '上海市浦东新区张江高科技园区某某信息技术服务有限责任公司第二分公司'
const manyInvoices = (now: number): OutputOf<typeof invoices> => ({
  more: true,
  invoices: Array.from({ length: 20 }, (_, i): InvoiceView => ({
    orderId: `o${i}`,
    pickupCode: String(1000 + i),
    paidAt: now - i * HOUR_MS,
    invoice:
      i % 3 === 0
        ? { kind: 'person', title: '陈小明', taxNo: '', email: 'chen@example.com' }
        : {
            kind: 'company',
            title: i % 3 === 1 ? LONG_TITLE : '阿梅咖啡工作室',
            taxNo: '91310115MA1K4C7X2P',
            email: 'a.very.long.address.of.finance.department@subsidiary.example.com',
          },
    amountFen: i === 1 ? 12_345_678 : 1_850 + i * 100,
    askedAt: now - i * HOUR_MS,
    issuedAt: i % 4 === 3 ? now : null,
  })),
})

const KINDS: readonly Alert['kind'][] = ['notThere', 'notHere', 'amount', 'transaction', 'refund']
const manyAlerts: OutputOf<typeof alerts> = {
  alerts: Array.from({ length: 40 }, (_, i) => ({
    id: `a${i}`,
    day: '20261124',
    orderId: `o${i}`,
    pickupCode: String(2000 + i),
    kind: KINDS[i % KINDS.length]!,
    hereFen: i === 2 ? 123_456_789 : 1_850,
    thereFen: i % 4 === 0 ? null : 1_950,
    handled: i % 2 === 0,
  })),
}

export const fullOffice: StoryOf = {
  name: '发票和对账提醒攒了很多：长抬头、长邮箱、大金额都放得下',
  async play(world) {
    const zhou = await world.phoneOf('zhou')
    await tells(zhou.page, 'manager.invoices', manyInvoices(await world.shop.now()))
    await tells(zhou.page, 'manager.alerts', manyAlerts)
    await zhou.tab('工作台')
    await zhou.tap('发票', '.home-entries')
    await zhou.see(LONG_TITLE)
    await zhou.keep('invoices-full')
    await fits(zhou)
    await zhou.back()
    await zhou.tap('对账提醒', '.home-entries')
    await zhou.see(/2002/)
    await zhou.keep('alerts-full')
    await fits(zhou)
  },
}

/** The shop's own texts, each as long as its form lets it be. */
const lengthened = ({ draft, ...form }: ShopForm): ShopForm => ({
  ...form,
  draft: {
    ...draft,
    notice: '今日桂花拿铁第二杯半价，自带杯再减两元；'.repeat(5).slice(0, 100),
    packaging: [
      ...draft.packaging.map((one, i) => ({
        ...one,
        name: ['可降解保温加厚纸袋', '不用袋子我自己带了'][i] ?? one.name,
      })),
      { id: '', name: '双层防烫杯套加封口贴', feeFen: 2_000 },
    ],
    loyalty: {
      ...draft.loyalty,
      tiers: draft.loyalty.tiers.map((tier, i) => ({ ...tier, name: `黑金至尊老朋友${i}` })),
    },
  },
})
const lengthenedStore = (draft: StoreDraft): StoreDraft => ({
  ...draft,
  name: '某某大学紫金港校区东教学楼学府路旗舰店',
  address: '学府路 1888 号某某大学紫金港校区东教学楼 B 座一层 108 室，自动扶梯旁边，肯德基对面左手第三间',
  preorder: draft.preorder && {
    ...draft.preorder,
    points: draft.preorder.points.map((point, i) => ({
      ...point,
      name: `${i + 1} 号学生宿舍楼东侧自提柜`,
      address: '宿舍楼东门进去右手边快递架旁边的保温柜，凭取餐号开门，晚上十点后不取就送到宿管阿姨那里',
    })),
  },
})

export const longTexts: StoryOf = {
  name: '店里的字都写到最长：公告、门店、等级、打包、取餐点，顾客和店主的页面都放得下',
  async play(world) {
    const owner = await enter(world.shop.cloudUrl, zhou.openid)
    const read = () => owner.call<OutputOf<typeof settings>>('stores.settings', {})
    const save = async (shop: ShopForm, store: StoreDraft) => {
      const now = await read()
      await owner.call('stores.saveShop', { version: now.shop.version, draft: shop.draft })
      const { storeId, version } = now.stores.find((one) => one.storeId === 'campus')!
      await owner.call('stores.save', { storeId, version, draft: store })
    }
    const before = await read()
    const campus = before.stores.find((one) => one.storeId === 'campus')!.draft
    await save(lengthened(before.shop), lengthenedStore(campus))
    try {
      const may = await world.phoneOf('may')
      await may.see(/学府路旗舰店/)
      await may.keep('home-long')
      await fits(may)
      await may.tab('点单')
      await may.see('拿铁')
      await may.keep('menu-long')
      await toCheckout(may)
      await may.keep('checkout-long')
      await fits(may)
      await may.tap('换门店')
      await may.see('选择门店')
      await may.keep('store-sheet-long')
      const boss = await world.phoneOf('zhou')
      await boss.tab('工作台')
      await boss.keep('manager-home-long')
      await boss.tap('店铺设置', '.home-entries')
      await boss.see('公告')
      await boss.keep('shop-settings-long')
      await fits(boss)
      await boss.back()
      await boss.tap('门店设置', '.home-entries')
      await boss.see(/学府路旗舰店/)
      await boss.keep('store-settings-long')
      await fits(boss)
    } finally {
      await save(before.shop, campus)
    }
  },
}

const times = <T extends { readonly id: string }>(rows: readonly T[], n: number): T[] =>
  Array.from({ length: rows.length === 0 ? 0 : n }, (_, i) => ({ ...rows[i % rows.length]!, id: `many${i}` }))

/** Everything that a member may have after years, in their own long words. */
const longStory = ({ story }: OutputOf<typeof member>): OutputOf<typeof member> => ({
  story: {
    ...story,
    member: {
      ...story.member,
      nickname: '一只每天早上都要喝桂花拿铁才醒的猫',
      tags: ['老师', '每天早八', '东教学楼三层', '不吃香菜不吃葱', '燕麦奶', '自带杯', '周五带同事'],
      balance: 1_234_567,
    },
    coupons: times(story.coupons, 30),
    past: times(story.coupons, 50).map((coupon) => ({ ...coupon, state: 'redeemed' })),
    orders: times(story.orders, 5).map((order) => ({ ...order, payFen: 1_234_567 })),
  },
})

export const longHistory: StoryOf = {
  name: '老会员站在柜台：名字、标签、几十张券都放得下；店员看得到，送不了',
  async play({ phoneOf, shop }) {
    const guest = await enter(shop.cloudUrl, may.openid)
    const { me } = await guest.call<OutputOf<typeof open>>('home.open', { knownMenu: null })
    const asked = { storeId: 'campus', code: encodeMember(me.member?.id ?? '') }
    for (const [person, decides] of [
      [zhou, true],
      [chen, false],
    ] as const) {
      const theirs = await enter(shop.cloudUrl, person.openid)
      const told = await theirs.call<OutputOf<typeof member>>('manager.member', asked)
      const staff = await phoneOf(person.key === 'zhou' ? 'zhou' : 'chen')
      await tells(staff.page, 'manager.member', longStory(told))
      await staff.tab('工作台')
      await staff.tap('会员', '.home-entries')
      await staff.find('.find-member__input input, input.find-member__input').fill('1234')
      await staff.tap('查找')
      await staff.see(/一只每天早上/)
      await staff.keep(`counter-member-long-${person.key}`)
      await staff.tap('展开', '.member-story')
      await staff.keep(`counter-member-past-${person.key}`)
      await fits(staff)
      assert.equal(await staff.find('text=送一张券').count(), decides ? 1 : 0)
    }
  },
}
