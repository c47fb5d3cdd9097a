import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** Norm of the house: half of all source files are at most this long. The ceiling per file is an ESLint rule. */
export const MEDIAN_LINES = 80
/** Nothing large belongs into the repository. */
export const MAX_FILE_BYTES = 200_000

const tracked = (): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
    .split('\n')
    .filter((f) => f !== '' && f !== 'package-lock.json')

/** What is wrong with the sizes of these files below `root` (by default all of the repository's), as sentences. */
export function wrongSizes(root = '.', names: readonly string[] = tracked()): string[] {
  const files = names.map((name) => ({ name, at: path.join(root, name) })).filter(({ at }) => isFile(at))
  const wrong = files
    .filter(({ at }) => statSync(at).size > MAX_FILE_BYTES)
    .map(({ name, at }) => `${name} has ${statSync(at).size} bytes; at most ${MAX_FILE_BYTES}`)
  const lengths = files
    .filter(({ name }) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map(({ at }) => readFileSync(at, 'utf8').split('\n').length - 1)
    .sort((a, b) => a - b)
  const median = lengths[Math.floor(lengths.length / 2)] ?? 0
  if (median > MEDIAN_LINES) wrong.push(`the median source file has ${median} lines; at most ${MEDIAN_LINES}`)
  return wrong
}

const isFile = (at: string): boolean => statSync(at, { throwIfNoEntry: false })?.isFile() === true
