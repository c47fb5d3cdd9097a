/** `npm run bench -- [--json FILE] [--flows N]`: billed calls of the frozen journey, order flows a second, bytes on the phone, milliseconds of a best pick. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { startCloudProcess } from '../builders/cloud-process'
import { type FlowFigures, measureFlows } from './flow'
import { playJourney, sweepBill } from './journey'
import { measureFriends } from './friends'
import { measurePicks } from './pricing'
import { measurePlacing } from './placing'
import { measureWeapp } from './weapp'

const CUSTOMERS = [1, 8, 32] as const

async function withCloud<T>(
  work: (cloud: Awaited<ReturnType<typeof startCloudProcess>>) => Promise<T>,
): Promise<T> {
  const data = mkdtempSync(path.join(tmpdir(), 'changke-bench-'))
  const cloud = await startCloudProcess(data)
  try {
    return await work(cloud)
  } finally {
    await cloud.stop()
    rmSync(data, { recursive: true, force: true })
  }
}

function build(): void {
  for (const script of ['build:cloud', 'build:weapp']) {
    const { status } = spawnSync('npm', ['run', '--silent', script], { stdio: 'inherit' })
    if (status !== 0) process.exit(status ?? 1)
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: 'string' }, flows: { type: 'string', default: '400' } },
  })
  build()
  const steps = await withCloud(({ url }) => playJourney(url))
  const sweep = await withCloud(({ url }) => sweepBill(url))
  const flow: Record<string, FlowFigures> = {}
  for (const customers of CUSTOMERS)
    flow[customers] = await withCloud((cloud) => measureFlows(cloud, customers, Number(values.flows)))
  const placing = await withCloud(({ url }) => measurePlacing(url))
  const friends = await withCloud(({ url }) => measureFriends(url))
  const weapp = await withCloud(({ url }) => measureWeapp(url))
  const result = {
    machine: { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version },
    journey: {
      billedCalls: steps.reduce((sum, s) => sum + s.billed, 0),
      byStep: steps,
      sweepOfAnIdleShop: sweep,
    },
    flow,
    placing,
    friends,
    weapp,
    bestPick: measurePicks(),
  }
  console.table(steps.map(({ step, billed, bill }) => ({ step, billed, ...bill })))
  console.log(`billed calls of the whole journey: ${result.journey.billedCalls}`)
  console.log(`one turn of the slow sweep, idle shop: ${sweep}`)
  console.table(flow)
  console.table({ placing })
  console.table(friends)
  console.table(weapp)
  console.table(result.bestPick)
  if (values.json) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`)
}

void main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
