/**
 * `npm test [-- jest arguments]`: builds what the tests run (functions, local cloud, the mini-program), refuses a stale
 * build, then runs everything under jest.
 */
import { spawnSync } from 'node:child_process'
import { buildClient } from './build-client'
import { isFresh, ROOT, weapp } from './stamp'

function must(command: string, ...args: string[]): void {
  const { status } = spawnSync('npx', ['--no-install', command, ...args], { cwd: ROOT, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

must('tsx', 'scripts/build-cloud.ts')
buildClient(weapp)
if (!isFresh(weapp)) {
  console.error(
    'dist/weapp is not what the tree says: something changed while it was built. Run npm test again.',
  )
  process.exit(1)
}
must('jest', ...process.argv.slice(2))
