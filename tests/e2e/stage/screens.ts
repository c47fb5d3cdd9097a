import { rmSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { phoneOnDesk } from './phone'
import { ROOT } from './shop'

const SCREENS = path.join(ROOT, 'tests', 'e2e', 'screens')
export const PHONE_SIZE = { width: 390, height: 844 }
export const DESK_SIZE = { width: 1440, height: 900 }
export const SMALL_DESK = { width: 1280, height: 800 }
export const TABLET = { width: 480, height: 900 }
/** So large that the phones on the desk have their own size. */
export const ROOMY_DESK = { width: 1720, height: 1020 }

/** Before all stories are played: a screen that none of them keeps any more is gone. */
export function clearScreens(): void {
  rmSync(SCREENS, { recursive: true, force: true })
}

/** Keeps what the page shows, for eyes: `tests/e2e/screens/<name>.png`. Waits for its pictures and animations. */
export async function keepScreen(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: path.join(SCREENS, `${name}.png`), animations: 'disabled' })
}

/** Keeps one phone of a roomy desk, 390×844. */
export async function keepPhone(desk: Page, index: 0 | 1, name: string): Promise<void> {
  await phoneOnDesk(desk, index).settled()
  const screen = desk.locator('.phone-screen').nth(index)
  await screen.screenshot({ path: path.join(SCREENS, `${name}.png`), animations: 'disabled' })
}
