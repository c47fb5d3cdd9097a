import type { Phone } from './phone'

/** Types into the field of the app with this placeholder. */
export const typeInto = (phone: Phone, placeholder: string, text: string): Promise<void> =>
  phone.app.locator(`input[placeholder="${placeholder}"]`).filter({ visible: true }).first().fill(text)

/** The id in the address of the order page that is open. */
export async function orderIdOf(phone: Phone): Promise<string> {
  const url = await phone.app.locator('body').evaluate(() => window.location.hash)
  const id = new URLSearchParams(url.split('?')[1] ?? '').get('id')
  if (id === null) throw new Error(`no order's page is open: ${url}`)
  return id
}

/** Picks a row of a list that WeChat shows: an address, a place, an invoice title. */
export const pickInWeChat = (phone: Phone, words: string | RegExp): Promise<void> =>
  phone.wechat.locator('.picker-row').filter({ hasText: words }).first().click()
