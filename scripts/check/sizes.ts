import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'

/** Norm of the house: half of all source files are at most this long. The ceiling per file is an ESLint rule. */
const MEDIAN_LINES = 80
/** Nothing large belongs into the repository. */
const MAX_FILE_BYTES = 200_000

const tracked = (): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
    .split('\n')
    .filter((f) => f !== '' && f !== 'package-lock.json')

/** What is wrong with the sizes of the files, as sentences; empty when all is well. */
export function wrongSizes(): string[] {
  const files = tracked().filter((f) => statSync(f, { throwIfNoEntry: false })?.isFile())
  const wrong = files
    .filter((f) => statSync(f).size > MAX_FILE_BYTES)
    .map((f) => `${f} has ${statSync(f).size} bytes; at most ${MAX_FILE_BYTES}`)
  const lengths = files
    .filter((f) => /\.tsx?$/.test(f) && !/\.test\.tsx?$/.test(f))
    .map((f) => readFileSync(f, 'utf8').split('\n').length - 1)
    .sort((a, b) => a - b)
  const median = lengths[Math.floor(lengths.length / 2)] ?? 0
  if (median > MEDIAN_LINES) wrong.push(`the median source file has ${median} lines; at most ${MEDIAN_LINES}`)
  return wrong
}
