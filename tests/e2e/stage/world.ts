import type { Browser, BrowserContext, Page } from 'playwright-core'
import { chen, may, xia, xiaolin, zhou } from '../../../local-cloud/seed/people'
import type { Troubles } from './browser'
import { type Office, officeAt } from './office'
import { type Phone, phoneAt } from './phone'
import { keepScreen, PHONE_SIZE, ROOMY_DESK } from './screens'
import type { RunningShop } from './shop'

const PEOPLE = { xiaolin, xia, may, zhou, chen }
export type PersonKey = keyof typeof PEOPLE

/** A phone alone in a window of its own size. */
export type LonePhone = Phone & {
  readonly page: Page
  /** Keeps what it shows as `screens/<name>.png`. */
  keep(name: string): Promise<void>
}

/** What a story plays with. Each story has phones of its own, empty as from the factory; the shop goes on. */
export type World = {
  readonly shop: RunningShop
  readonly troubles: Troubles
  /** Where the owner changes the shop itself. */
  readonly office: Office
  /** A phone of this person: customers get a left one, staff a right one. `prepare` sees the page before it loads. */
  phoneOf(person: PersonKey, prepare?: (page: Page) => Promise<unknown>): Promise<LonePhone>
  /** The desk with its two phones: 小林 left, 老周 right. */
  desk(): Promise<Page>
  /** Keeps what every open page shows: `screens/failed-<story>-<n>.png`. */
  keepFailure(story: number): Promise<void>
  /** Closes every phone that the story has opened. */
  putAway(): Promise<void>
}

/** A story that the browser plays: its name says what must come true. `restart` stops the shop and starts it again. */
export type StoryOf = {
  readonly name: string
  play(world: World, restart: () => Promise<void>): Promise<void>
}

export function worldOf(browser: Browser, shop: () => RunningShop, troubles: Troubles): World {
  let open: BrowserContext[] = []
  const context = async (viewport: { readonly width: number; readonly height: number }) => {
    const fresh = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
    open.push(fresh)
    return fresh
  }
  return {
    troubles,
    office: officeAt(shop().cloudUrl),
    get shop() {
      return shop()
    },
    async phoneOf(person, prepare = () => Promise.resolve()) {
      const own = await context(PHONE_SIZE)
      await own.addInitScript((openid) => {
        if (localStorage.getItem('desk:holder') === null) localStorage.setItem('desk:holder', openid)
      }, PEOPLE[person].openid)
      const page = await own.newPage()
      troubles.watch(page)
      await prepare(page)
      const url = shop().phoneUrls[person === 'zhou' ? 1 : 0]
      await page.goto(url ?? '')
      const phone = phoneAt(page)
      const keep = (name: string) => phone.settled().then(() => keepScreen(page, name))
      return { ...phone, page, keep }
    },
    async desk() {
      const page = await (await context(ROOMY_DESK)).newPage()
      troubles.watch(page)
      await page.goto(shop().deskUrl)
      return page
    },
    async keepFailure(story) {
      for (const [i, page] of open.flatMap((one) => one.pages()).entries())
        await keepScreen(page, `failed-${story}-${i}`)
    },
    async putAway() {
      await Promise.all(open.map((one) => one.close()))
      open = []
    },
  }
}
