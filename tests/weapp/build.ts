/** The build under test: dist/weapp, and what WeChat downloads of it. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { staleBuild, staleLocalCloud } from '../../scripts/build-cloud'
import { isFresh, ROOT, weapp } from '../../scripts/stamp'
import { type AppJson } from './app'

export const DIST = path.join(ROOT, weapp.out)

/** Throws unless what is mounted here was built from the tree as it lies. */
export function needFreshBuilds(): void {
  if (!isFresh(weapp)) throw new Error(`${weapp.out} was not built from these sources: run npm test`)
  const stale = staleBuild() ?? staleLocalCloud()
  if (stale !== null) throw new Error(`${stale}: run npm test`)
}

/** Files below a folder, relative to it. */
export function filesOf(folder: string, ending = ''): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith(ending) && statSync(path.join(folder, file)).isFile(),
  )
}

/** Everything WeChat downloads before the first page: the build without its subpackages. */
export function mainPackageBytes(): number {
  const { subPackages } = JSON.parse(readFileSync(path.join(DIST, 'app.json'), 'utf8')) as AppJson
  const roots = subPackages.map(({ root }) => root.replace(/\/?$/, '/'))
  return filesOf(DIST)
    .filter((file) => !roots.some((root) => file.startsWith(root)))
    .reduce((sum, file) => sum + statSync(path.join(DIST, file)).size, 0)
}
