/** `npm run e2e [-- --no-build] [-- words of a story's name]`: the whole shop in a browser, as people use it. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildDesk } from '../local-cloud/desk/build'
import { listenForTroubles, openBrowser } from '../tests/e2e/stage/browser'
import { clearScreens } from '../tests/e2e/stage/screens'
import { freePort, type RunningShop, startShop } from '../tests/e2e/stage/shop'
import { playAll, type Story } from '../tests/e2e/stage/story'
import { worldOf } from '../tests/e2e/stage/world'
import { STORIES } from '../tests/e2e/stories'
import { buildClient } from './build-client'
import { h5, isFresh, ROOT } from './stamp'

async function main(): Promise<boolean> {
  const args = process.argv.slice(2)
  if (!args.includes('--no-build')) await build()
  else if (!isFresh(h5)) console.log(STALE)
  const wanted = args.filter((arg) => !arg.startsWith('--'))
  const chosen = STORIES.filter(({ name }) => wanted.every((word) => name.includes(word)))
  if (chosen.length === STORIES.length) clearScreens()
  const dataDir = mkdtempSync(path.join(tmpdir(), 'changke-e2e-'))
  const [browser, port] = [await openBrowser(), await freePort()]
  let shop: RunningShop = await startShop(dataDir, port)
  const troubles = listenForTroubles()
  const world = worldOf(browser, () => shop, troubles)
  const restart = async () => {
    await shop.stop()
    shop = await startShop(dataDir, port)
  }
  const stories: readonly Story[] = chosen.map(({ name, play }, i) => ({
    name,
    async play() {
      try {
        await play(world, restart)
        troubles.check()
      } catch (error) {
        await world.keepFailure(i + 1)
        throw error
      } finally {
        await world.putAway()
        troubles.forget()
      }
    },
  }))
  const outcomes = await playAll(stories, console.log)
  await browser.close()
  await shop.stop()
  const failed = outcomes.filter((o) => o.error !== null).length
  if (failed === 0) rmSync(dataDir, { recursive: true, force: true })
  else console.log(`What the cloud wrote is in ${path.join(dataDir, 'cloud.log')}`)
  console.log(`${outcomes.length - failed} passed, ${failed} failed`)
  return failed === 0 && outcomes.length > 0
}

const STALE = 'dist/h5 is not made of what lies in the tree: the build is what is played'

async function build(): Promise<void> {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build-cloud.ts'], {
    cwd: ROOT,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('the cloud functions did not build')
  buildClient(h5)
  await buildDesk(ROOT, path.join(ROOT, 'dist', 'desk'))
}

main().then(
  (good) => process.exit(good ? 0 : 1),
  (error: unknown) => {
    console.error(error)
    console.log('0 passed, 1 failed')
    process.exit(1)
  },
)
