/** Every page of the compiled mini-program opens, with data of a running local cloud. */
import { chen, may, xiaolin, zhou } from '../../local-cloud/seed/people'
import { type CloudProcess } from '../builders/cloud-process'
import { type WeappApp } from './app'
import { needFreshBuilds } from './build'
import { seededCloud } from './cloud'
import { startPhone } from './phone'

/** What WeChat allows one setData to carry without a warning. */
const MOST_SET_DATA_BYTES = 256 * 1024
const HOME = '/features/home/pages/home/index'

let cloud: CloudProcess
beforeAll(async () => {
  needFreshBuilds()
  cloud = await seededCloud()
}, 60_000)
afterAll(() => cloud?.stop())

/** The app as this person sees it, home page open. */
async function start(openid: string): Promise<WeappApp> {
  const phone = await startPhone(cloud.url, openid)
  phone.open(HOME, 'tab')
  await phone.settle()
  return phone
}

it('starts on the home page with the shop that the cloud has', async () => {
  const phone = await start(xiaolin.openid)
  expect(phone.see().text).toContain('学府路店')
  expect(phone.appJson.pages).toHaveLength(4)
})

it.each([
  ['a stranger', xiaolin.openid],
  ['a member', may.openid],
  ['the owner', zhou.openid],
])(
  'opens every page for %s, without a complaint',
  async (_who, openid) => {
    const phone = await start(openid)
    for (const route of phone.routes) {
      const query = route.includes('orders/pages/detail') ? '?id=onobodys' : ''
      phone.open(`/${route}${query}`, phone.appJson.pages.includes(route) ? 'tab' : 'push')
      await phone.settle()
      expect([route, phone.see().text]).toEqual([route, expect.stringMatching(/\S/)])
      const bytes = phone.page.setDataLog.map((entry) => entry.bytes)
      expect(Math.max(...bytes)).toBeLessThanOrEqual(MOST_SET_DATA_BYTES)
    }
    expect(phone.complaints).toEqual([])
  },
  30_000,
)

it('shows the menu of the last visit when the cloud can’t be reached', async () => {
  const phone = await start(xiaolin.openid)
  const later = await startPhone(cloud.url, xiaolin.openid, { storage: phone.storage, offline: true })
  later.open('/features/catalogue/pages/menu/index', 'tab')
  expect((await later.reads('拿铁')).text).toContain('咖啡')
})

describe('the custom tab bar', () => {
  const items = async (openid: string) => {
    const phone = await start(openid)
    const bar = phone.mount('custom-tab-bar/index')
    await phone.settle()
    return { phone, items: phone.see(bar).findAll('.tab-bar__item') }
  }

  it('has four items for a customer, the page on top marked', async () => {
    const { items: shown } = await items(may.openid)
    expect(shown.map((item) => item.text)).toEqual(['首页', '点单', '订单', '我的'])
    expect(shown.map((item) => item.classes.includes('tab-bar__item--on'))).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  it.each([zhou.openid, chen.openid])(
    'has a fifth for staff, which leads to the counter: %s',
    async (openid) => {
      const { phone, items: shown } = await items(openid)
      expect(shown.map((item) => item.text)).toEqual(['首页', '点单', '订单', '我的', '工作台'])
      await phone.tap(shown[4]!)
      expect(phone.page.route).toBe('features/manager/pages/home/index')
      expect((await phone.reads('待接单')).text).toContain('学府路店')
    },
  )

  it('switches tabs', async () => {
    const { phone, items: shown } = await items(may.openid)
    await phone.tap(shown[1]!)
    expect(phone.page.route).toBe('features/catalogue/pages/menu/index')
  })
})
