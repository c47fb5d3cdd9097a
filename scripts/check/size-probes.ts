/** Files one byte or one line too large, and files just as large as they may be: the size rules must tell them apart. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { MAX_FILE_BYTES, MEDIAN_LINES, wrongSizes } from './sizes'

type SizeProbe = {
  readonly what: string
  readonly files: Readonly<Record<string, string>>
  readonly breaches: number
}

const source = (lines: number) => '\n'.repeat(lines)
const PROBES: readonly SizeProbe[] = [
  { what: 'a file that is too large', files: { 'a.png': 'x'.repeat(MAX_FILE_BYTES + 1) }, breaches: 1 },
  { what: 'a file that is just small enough', files: { 'a.png': 'x'.repeat(MAX_FILE_BYTES) }, breaches: 0 },
  {
    what: 'a median that is too long',
    files: { 'a.ts': source(1), 'b.ts': source(MEDIAN_LINES + 1), 'c.tsx': source(MEDIAN_LINES + 1) },
    breaches: 1,
  },
  {
    what: 'a median that is just short enough, whatever tests and the longest file have',
    files: {
      'a.ts': source(1),
      'b.ts': source(MEDIAN_LINES),
      'c.ts': source(240),
      'b.test.ts': source(390),
      'c.test.tsx': source(390),
    },
    breaches: 0,
  },
]

/** Sentences about size rules that are silent on their breach or fire where nothing is wrong. */
export function wrongSizeRules(): string[] {
  return PROBES.flatMap(({ what, files, breaches }) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'changke-size-probes-'))
    try {
      for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text)
      const found = wrongSizes(folder, Object.keys(files)).length
      return found === breaches ? [] : `size rules say ${found} breaches of ${what}, should be ${breaches}`
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
}
