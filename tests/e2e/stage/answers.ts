import type { Page, Route } from 'playwright-core'

const API = '**/functions/api'
type Asked = { readonly action: string }
type Answer = { readonly result: { readonly ok: boolean; readonly data: unknown } }

/** Holds the app's calls back until `release` is called. */
export function heldBack() {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  const prepare = (page: Page) =>
    page.route(API, async (route) => {
      await released
      await route.fallback()
    })
  return { prepare, release }
}

/** What a phone meets where one action's calls never arrive; `connect` lets them through again. */
export async function cutOff(page: Page, action: string): Promise<{ connect(): Promise<void> }> {
  const cut = (route: Route) =>
    (route.request().postDataJSON() as Asked).action === action
      ? route.abort('internetdisconnected')
      : route.fallback()
  await page.route(API, cut)
  return { connect: () => page.unroute(API, cut) }
}

/** Shows a page more than a shop has in its first hour: `data` instead of what the cloud tells of this action. */
export const tells = (page: Page, action: string, data: unknown) =>
  page.route(API, async (route) => {
    if ((route.request().postDataJSON() as Asked).action !== action) return route.fallback()
    const response = await route.fetch()
    const answer = (await response.json()) as Answer
    return route.fulfill({ response, json: { ...answer, result: { ...answer.result, ok: true, data } } })
  })
