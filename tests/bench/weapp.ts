/** Bytes that reach the phone: the main package, and what setData carries from logic to view on the menu. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { DIST, startPhone } from '../weapp/phone'

export type WeappFigures = {
  mainPackageBytes: number
  largestSetDataBytes: number
  firstRenderSetDataBytes: number
}
type AppJson = { subPackages?: { root: string }[]; subpackages?: { root: string }[] }

function bytesBelow(at: string, skip: readonly string[]): number {
  if (skip.includes(at)) return 0
  if (statSync(at).isFile()) return statSync(at).size
  return readdirSync(at).reduce((sum, entry) => sum + bytesBelow(path.join(at, entry), skip), 0)
}

/** Everything WeChat downloads before the first page: dist/weapp without its subpackages. */
export function mainPackageBytes(): number {
  const app = JSON.parse(readFileSync(path.join(DIST, 'app.json'), 'utf8')) as AppJson
  const roots = [...(app.subPackages ?? []), ...(app.subpackages ?? [])].map(({ root }) =>
    path.join(DIST, root),
  )
  return bytesBelow(
    DIST,
    roots.map((root) => root.replace(/\/$/, '')),
  )
}

/** Opens the menu of the demo shop, then taps a card's plus: first render and largest setData of that page. */
export async function measureWeapp(url: string): Promise<WeappFigures> {
  const phone = await startPhone(url, 'oBenchWeapp0001')
  const menu = phone.appJson.pages.find((page) => page.includes('catalogue'))
  if (!menu) throw new Error('no menu page in the main package')
  phone.open(`/${menu}`, 'tab')
  await phone.reads('拿铁')
  const bytes = phone.page.setDataLog.map((entry) => entry.bytes)
  return {
    mainPackageBytes: mainPackageBytes(),
    largestSetDataBytes: Math.max(...bytes),
    firstRenderSetDataBytes: bytes.reduce((sum, b) => sum + b, 0),
  }
}
