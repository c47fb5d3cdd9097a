/** A build knows what it was made of: a stamp beside it holds a hash over its inputs, so a stale one is refused. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export const ROOT = path.resolve(__dirname, '..')

export type Build = {
  readonly name: string
  /** Folder below `dist/`. */
  readonly out: string
  /** Files and folders it is made of, relative to the root. Tests inside don't count. */
  readonly inputs: readonly string[]
}

const CLIENT_INPUTS = ['src', 'shared', 'config', 'babel.config.js', 'package-lock.json']
export const weapp: Build = { name: 'weapp', out: 'dist/weapp', inputs: CLIENT_INPUTS }
export const h5: Build = { name: 'h5', out: 'dist/h5', inputs: CLIENT_INPUTS }

function* filesBelow(at: string): Generator<string> {
  if (!existsSync(at)) return
  if (statSync(at).isFile()) return yield at
  for (const entry of readdirSync(at).sort()) yield* filesBelow(path.join(at, entry))
}

/** A hash over names and contents of everything the build is made of. */
export function inputsHash(build: Build): string {
  const hash = createHash('sha256')
  for (const input of build.inputs)
    for (const file of filesBelow(path.join(ROOT, input))) {
      if (/\.test\.tsx?$/.test(file)) continue
      hash.update(path.relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0')
    }
  return hash.digest('hex')
}

/** Kept beside the build, not in it: what is uploaded to WeChat holds nothing of ours. */
const stampFile = (build: Build) => path.join(ROOT, 'dist', 'stamps', `${build.name}.json`)

export function writeStamp(build: Build, hash: string): void {
  mkdirSync(path.dirname(stampFile(build)), { recursive: true })
  writeFileSync(stampFile(build), JSON.stringify({ hash }))
}

/** Whether the build is there and made of exactly what lies in the tree now. */
export function isFresh(build: Build): boolean {
  if (!existsSync(path.join(ROOT, build.out)) || !existsSync(stampFile(build))) return false
  const { hash } = JSON.parse(readFileSync(stampFile(build), 'utf8')) as { hash: string }
  return hash === inputsHash(build)
}
