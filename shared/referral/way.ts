import type { Landing } from './contract'

/** Pages that a code may lead to, as WeChat's codes name them: without a leading slash. */
const HOME = 'features/home/pages/home/index'
const MENU = 'features/catalogue/pages/menu/index'
const OFFERS = 'features/coupons/pages/offers/index'

export const LANDING_PAGES: Readonly<Record<Landing['kind'], string>> = {
  shop: HOME,
  product: MENU,
  campaign: OFFERS,
}

/** A share card's page path. */
export const cardPath = (landing: Landing['kind'], code: string): string =>
  `/${LANDING_PAGES[landing]}?c=${code}`

/** The scene of a mini-program code: 14 of the 32 characters. */
export const codeScene = (code: string): string => `c:${code}`

/** The code in a query as WeChat gives it (`c` of a card or link, `scene` of a scanned code, percent-encoded); null: none. */
export function codeIn(query: Readonly<Record<string, unknown>>): string | null {
  const { c, scene } = query
  if (typeof c === 'string' && isCode(c)) return c
  const scanned = typeof scene === 'string' ? /^c(?::|%3A)([0-9a-v]{12})$/i.exec(scene)?.[1] : undefined
  return scanned !== undefined && isCode(scanned) ? scanned : null
}
const isCode = (text: string): boolean => /^[0-9a-v]{12}$/.test(text)
