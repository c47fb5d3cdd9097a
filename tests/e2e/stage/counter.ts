import type { Locator } from 'playwright-core'
import type { Phone } from './phone'

/** Opens the counter's board. */
export async function toBoard(phone: Phone): Promise<void> {
  await phone.tab('工作台')
  await phone.tap('订单', '.home-board')
  await phone.find('.ui-segments').waitFor()
}

/** The order with this number on the open column of the board. */
export const onBoard = (phone: Phone, code: string): Locator =>
  phone.app.locator('.board-card').filter({ visible: true }).filter({ hasText: code })

/** Taps a button on the order's card. */
export const tapOnBoard = (phone: Phone, code: string, words: string) =>
  onBoard(phone, code).getByText(words, { exact: true }).click()

/** Turns to another column: 待接单, 制作中, 待取餐. */
export const turnTo = (phone: Phone, column: string) => phone.tap(column, '.ui-segments')
