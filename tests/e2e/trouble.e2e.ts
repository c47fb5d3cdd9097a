import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { pay, pickupCode, submit, toCheckout } from './stage/customer'
import type { StoryOf } from './stage/world'

const API = '**/functions/api'
const cutOff = (page: Page) => page.route(API, (route) => route.abort('internetdisconnected'))
const connect = (page: Page) => page.unroute(API)
const OFFLINE_NOISE = /net::ERR_INTERNET_DISCONNECTED/

export const doubleTap: StoryOf = {
  name: '连点两下只下一单',
  async play(world) {
    const chen = await world.phoneOf('chen')
    let placed = 0
    chen.page.on('request', (request) => {
      if (request.postData()?.includes('orders.place')) placed += 1
    })
    await toCheckout(chen)
    await chen.text('提交订单').dblclick()
    await chen.wechat.getByRole('button', { name: '取消', exact: true }).click()
    await pay(chen)
    await pickupCode(chen)
    assert.equal(placed, 1)
  },
}

export const offlineAtStart: StoryOf = {
  name: '打开时没有网：说清楚，连上后再试一次就好',
  async play(world) {
    world.troubles.forgive(OFFLINE_NOISE)
    const chen = await world.phoneOf('chen', cutOff)
    await chen.see('再试一次')
    await chen.keep('home-offline')
    await chen.tab('点单')
    await chen.see('再试一次')
    await connect(chen.page)
    await chen.tap('再试一次')
    await chen.see('拿铁')
  },
}

export const offlineAtSubmit: StoryOf = {
  name: '提交时断网：不确定就直说，继续提交还是同一单',
  async play(world) {
    world.troubles.forgive(/net::ERR_(FAILED|CONNECTION_ABORTED)/)
    const chen = await world.phoneOf('chen')
    const keys: string[] = []
    await toCheckout(chen)
    // the order reaches the cloud, its answer never comes back
    await chen.page.route(API, async (route) => {
      const asked = route.request().postDataJSON() as { action: string; input: { key?: string } }
      if (asked.action !== 'orders.place') return route.continue()
      keys.push(asked.input.key ?? '')
      await route.fetch()
      return route.abort('connectionaborted')
    })
    await submit(chen, '取消')
    await chen.see('继续提交')
    await chen.keep('checkout-unsure')
    await connect(chen.page)
    chen.page.on('request', (request) => {
      const asked = request.postData() ?? ''
      if (asked.includes('orders.place'))
        keys.push((JSON.parse(asked) as { input: { key: string } }).input.key)
    })
    await chen.tap('继续提交')
    await pay(chen)
    await pickupCode(chen)
    assert.equal(keys.length, 2)
    assert.equal(keys[0], keys[1], 'the second attempt is the same order')
  },
}

export const badSession: StoryOf = {
  name: '会话失效：说出了问题，不露别人的东西，恢复后继续',
  async play(world) {
    world.troubles.forgive(/401|api:/)
    const chen = await world.phoneOf('chen', (page) =>
      page.route(API, (route) =>
        route.continue({
          headers: {
            ...route.request().headers(),
            authorization: 'Bearer oOwnerZhou0000000000000003.forged',
          },
        }),
      ),
    )
    await chen.see('再试一次')
    await chen.keep('home-bad-session')
    await connect(chen.page)
    await chen.tap('再试一次')
    await chen.see(/欢迎回来/)
  },
}

export const backAtOnce: StoryOf = {
  name: '刚点开就返回：前一页还好好的',
  async play(world) {
    const chen = await world.phoneOf('chen')
    await toCheckout(chen)
    await chen.back()
    await chen.settled()
    await chen.see('拿铁')
    await chen.tap('去结算')
    await chen.see('提交订单')
  },
}
