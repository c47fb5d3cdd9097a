/**
 * `npm run simulate -- shop [--runs N] [--seed S]`: random days in the shop, each with a process that dies in the middle of
 * something, until N have passed (2,000) or one leaves the books in disorder; then it is shrunk and shown, with the seed
 * that brings it back, and the command ends with 1. `recovery` is in recovery/recovery.ts.
 */
import * as fc from 'fast-check'
import { parseArgs } from 'node:util'
import { recovery } from './recovery/recovery'
import { playSchedule, schedule } from './schedule'

const USAGE = 'npm run simulate -- shop [--runs N] [--seed S] | recovery [--json FILE] [--report]'

async function shop(runs: number, seed: number): Promise<number> {
  let played = 0
  let died = 0
  const property = fc.asyncProperty(schedule, async (s) => {
    const { faults, crashed } = await playSchedule(s)
    played++
    if (crashed) died++
    if (played % 200 === 0) console.log(`${played} days, in ${died} of them a process died`)
    if (faults.length > 0) throw new Error(faults.join('\n'))
  })
  const result = await fc.check(property, { numRuns: runs, seed })
  console.log(`seed ${result.seed}: ${played} days, in ${died} of them a process died`)
  if (!result.failed) {
    console.log('the books are in order')
    return 0
  }
  console.log(fc.defaultReportMessage(result))
  return 1
}

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      runs: { type: 'string', default: '2000' },
      seed: { type: 'string' },
      json: { type: 'string' },
      report: { type: 'boolean', default: false },
    },
  })
  if (positionals[0] === 'recovery') return recovery(values.json, values.report)
  const runs = Number(values.runs)
  const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed)
  if (positionals[0] !== 'shop' || !(Number.isInteger(runs) && runs > 0) || !Number.isInteger(seed)) {
    console.error(USAGE)
    return 2
  }
  return shop(runs, seed)
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error)
    process.exitCode = 2
  },
)
