/** The product's fuel consumption is a promise: it is measured by `npm run bench`, and held here. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type CloudProcess, startCloudProcess } from '../builders/cloud-process'
import { playJourney, sweepBill } from './journey'

const MOST_BILLED_CALLS = 40

// a busy machine draws the demo shop's pictures for a while before it is ready
jest.setTimeout(120_000)

let folder = ''
let cloud: CloudProcess | undefined
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'changke-journey-'))
  cloud = await startCloudProcess(folder)
})
afterEach(async () => {
  await cloud?.stop()
  rmSync(folder, { recursive: true, force: true })
})

function started(): CloudProcess {
  if (!cloud) throw new Error('the local cloud did not start')
  return cloud
}

it('takes a cup from the open shop to the customer within its billed calls', async () => {
  const steps = await playJourney(started().url)
  expect(steps.map(({ billed }) => billed).every((n) => n > 0)).toBe(true)
  expect(steps.reduce((sum, { billed }) => sum + billed, 0)).toBeLessThanOrEqual(MOST_BILLED_CALLS)
})

it('bills an idle shop nothing but the slow sweep: its call, and a read each for orders and messages', async () => {
  expect(await sweepBill(started().url)).toBe(3)
})
