import type { FrameLocator, Locator, Page } from 'playwright-core'

/** Where elements are looked for: a page that is the phone, or the phone's frame on the desk. */
type Place = Page | FrameLocator

/**
 * One phone as a hand and an eye use it. `text` and `tap` speak of the app and see only what is visible (pages below
 * the open one stay in the document); `wechat` is what WeChat draws around it.
 */
export type Phone = {
  readonly wechat: Place
  readonly app: FrameLocator
  /** Waits until the app shows these words; `patienceMs` where it must learn of something by itself. */
  see(words: string | RegExp, patienceMs?: number): Promise<void>
  /** Waits until the app shows them no more. */
  gone(words: string | RegExp): Promise<void>
  tap(words: string | RegExp, within?: string): Promise<void>
  /** Taps one of the tab bar's items. */
  tab(name: '首页' | '点单' | '订单' | '我的' | '工作台'): Promise<void>
  back(): Promise<void>
  /** Waits until one page of the app stands still: none is sliding in, none is left under it. */
  settled(): Promise<void>
  /** The visible element of the app with these words. */
  text(words: string | RegExp, within?: string): Locator
  find(selector: string): Locator
}

const SHOWN = '.taro_page:not(.taro_page_shade)'
const SETTLED = `body:not(:has(${SHOWN} ~ ${SHOWN})):has(${SHOWN}.taro_page_stationed)`

export function phoneAt(wechat: Place): Phone {
  const app = wechat.locator('#app').contentFrame()
  const text = (words: string | RegExp, within = 'body') =>
    app
      .locator(within)
      .getByText(words, { exact: typeof words === 'string' })
      .filter({ visible: true })
      .first()
  return {
    wechat,
    app,
    text,
    see: (words, patienceMs) => text(words).waitFor(patienceMs === undefined ? {} : { timeout: patienceMs }),
    gone: (words) => text(words).waitFor({ state: 'detached' }),
    tap: (words, within) => press(text(words, within)),
    tab: (name) => app.locator('.tab-bar').filter({ visible: true }).getByText(name, { exact: true }).click(),
    settled: () => app.locator(SETTLED).waitFor(),
    back: () => wechat.getByLabel('返回').click(),
    find: (selector) => app.locator(selector).filter({ visible: true }).first(),
  }
}

const GRIP_MS = 5_000
const ATTEMPTS = 9

/** A click holds on to the element that it found first; one that leaves with its page is looked up anew. */
async function press(target: Locator): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await target.click({ timeout: GRIP_MS })
    } catch (error) {
      if (attempt === ATTEMPTS || !String(error).includes('Timeout')) throw error
    }
  }
}

/** The phone on the desk: 0 is the left one. */
export const phoneOnDesk = (desk: Page, index: 0 | 1): Phone =>
  phoneAt(desk.locator('.phone-screen').nth(index).contentFrame())
