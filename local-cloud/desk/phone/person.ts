/**
 * Who holds this phone. Their app's local storage is packed away when somebody else takes the phone and unpacked when
 * they come back, so nothing leaks from one person to the next. The shell's own keys begin with `desk:`.
 */
const HOLDER = 'desk:holder'
const packedKey = (openid: string) => `desk:packed:${openid}`

export const holder = (first: string): string => localStorage.getItem(HOLDER) ?? first

/** Hands the phone over; the app must be reloaded afterwards. */
export function handOver(from: string, to: string): void {
  const mine = appEntries()
  localStorage.setItem(packedKey(from), JSON.stringify(mine))
  for (const [key] of mine) localStorage.removeItem(key)
  sessionStorage.clear()
  for (const [key, value] of unpack(to)) localStorage.setItem(key, value)
  localStorage.removeItem(packedKey(to))
  localStorage.setItem(HOLDER, to)
}

/** Forgets everything that the app and WeChat kept for this person on this phone. */
export function forget(openid: string): void {
  for (const [key] of appEntries()) localStorage.removeItem(key)
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith('desk:') && key.endsWith(`:${openid}`)) localStorage.removeItem(key)
  }
  sessionStorage.clear()
}

/** What WeChat remembers about a person on this phone: agreed to privacy, kept consents. */
export const remembered = (what: string, openid: string) => localStorage.getItem(`desk:${what}:${openid}`)
export const remember = (what: string, openid: string, value: string) =>
  localStorage.setItem(`desk:${what}:${openid}`, value)

const appEntries = (): [string, string][] =>
  Object.keys(localStorage)
    .filter((key) => !key.startsWith('desk:'))
    .map((key) => [key, localStorage.getItem(key) ?? ''])

const unpack = (openid: string): [string, string][] =>
  JSON.parse(localStorage.getItem(packedKey(openid)) ?? '[]') as [string, string][]
