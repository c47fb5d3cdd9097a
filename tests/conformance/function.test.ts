/** The suite as the function that is deployed: its bundle, in a worker of the local cloud, with the SDK inside. */
import { buildConformance, FUNCTION } from './build'
import { conformance } from './conformance'
import { type Endpoint, functionsFolder, startEndpoint } from './endpoint'
import type { Ask, Report } from './function'
import { LOCAL_ENVIRONMENT, sdkIn } from './sdk'
import { UNIQUE_COLLECTION } from './suite'

const suite = conformance(sdkIn(LOCAL_ENVIRONMENT, 'local'), { advance: null, uniqueIndex: true })
const names = suite.map(({ name }) => name)

let endpoint: Endpoint
beforeAll(async () => {
  const root = functionsFolder()
  await buildConformance(root)
  endpoint = await startEndpoint(root)
}, 60_000)
afterAll(() => endpoint?.close())

const ask = async (event: Ask): Promise<Report> =>
  (await endpoint.cloud.invoke(FUNCTION, { ...event })) as Report

it('passes every case, in calls that each stay within a function’s time', async () => {
  const cases: Record<string, string> = {}
  let next: number | null = 0
  while (next !== null) {
    const report = await ask({ from: next, count: 60, uniqueIndex: true })
    Object.assign(cases, report.cases)
    next = report.next
  }
  expect(Object.entries(cases).filter(([, outcome]) => outcome !== 'ok')).toEqual([])
  expect(Object.keys(cases)).toEqual(names)
}, 120_000)

it('says which case fails, and why', async () => {
  endpoint.cloud.database.ensure([{ name: UNIQUE_COLLECTION, indexes: [] }])
  const name = 'unique index: a missing field counts as null'
  const report = await ask({ from: names.indexOf(name), count: 1, uniqueIndex: true })
  expect(report).toMatchObject({ failed: 1, cases: { [name]: 'the call was not refused' } })
}, 60_000)
