import { existsSync } from 'node:fs'
import { type Browser, chromium, type ConsoleMessage, type Page } from 'playwright-core'

/** Only a bound: a busy machine makes no story fail, and what never comes still ends. */
const PATIENCE_MS = 45_000
const PLACES = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** The browser of this machine. Throws with what to install when there is none. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = PLACES.find((place) => place !== undefined && existsSync(place))
  if (executablePath === undefined)
    throw new Error('No Chromium found: install it, or set CHROMIUM to its path.')
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
}

/** Everything that went wrong in the pages; a story that ends with any of it has failed. */
export type Troubles = {
  watch(page: Page): void
  /** Forgives errors whose text matches, because the story makes them happen. */
  forgive(pattern: RegExp): void
  /** Throws when something unforgiven was heard. */
  check(): void
  /** Begins anew. */
  forget(): void
}

export function listenForTroubles(): Troubles {
  let heard: string[] = []
  let forgiven: RegExp[] = []
  return {
    watch(page) {
      page.setDefaultTimeout(PATIENCE_MS)
      page.on('pageerror', (error) => heard.push(`page error: ${error.stack ?? error.message}`))
      page.on('console', (message: ConsoleMessage) => {
        if (message.type() === 'error') heard.push(`console: ${message.text()} (${message.location().url})`)
      })
    },
    forgive: (pattern) => void forgiven.push(pattern),
    check() {
      const wrong = heard.filter((text) => !forgiven.some((pattern) => pattern.test(text)))
      if (wrong.length > 0) throw new Error(`the app complained:\n${wrong.join('\n')}`)
    },
    forget() {
      heard = []
      forgiven = []
    },
  }
}
