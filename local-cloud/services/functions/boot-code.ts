import fs from 'node:fs'
import path from 'node:path'
import { transformSync } from 'esbuild'

let code: string | undefined

/**
 * The text of the instance's thread. Built: `worker.js` beside the bundle. From source (tests, tsx): compiled here,
 * once per process, since a thread can't load TypeScript.
 */
export function bootCode(): string {
  if (code !== undefined) return code
  const built = path.join(__dirname, 'worker.js')
  code = fs.existsSync(built)
    ? fs.readFileSync(built, 'utf8')
    : transformSync(fs.readFileSync(path.join(__dirname, 'worker.ts'), 'utf8'), {
        loader: 'ts',
        format: 'cjs',
        target: 'node20',
      }).code
  return code
}
