/** The suite over the wire, against the local cloud; and against a real environment when its keys are set. */
import { conformance } from './conformance'
import { type Endpoint, startEndpoint } from './endpoint'
import { LOCAL_ENVIRONMENT, sdkIn } from './sdk'
import { benchOf, COLLECTION } from './suite'

const { TCB_ENV_ID, TENCENT_SECRET_ID, TENCENT_SECRET_KEY } = process.env
const isReal = TCB_ENV_ID !== undefined && TENCENT_SECRET_ID !== undefined && TENCENT_SECRET_KEY !== undefined

let endpoint: Endpoint | null = null
const advance = (ms: number): Promise<void> => endpoint?.advance(ms) ?? Promise.resolve()

const cloud = sdkIn(
  isReal
    ? { TENCENTCLOUD_SECRETID: TENCENT_SECRET_ID, TENCENTCLOUD_SECRETKEY: TENCENT_SECRET_KEY }
    : LOCAL_ENVIRONMENT,
  isReal ? TCB_ENV_ID : 'local',
)

beforeAll(async () => {
  if (isReal)
    return void (await benchOf(cloud)
      .db.createCollection(COLLECTION)
      .catch(() => undefined))
  endpoint = await startEndpoint()
  process.env['TCB_CONTEXT_CNFG'] = JSON.stringify({ URL: endpoint.url })
})
afterAll(() => endpoint?.close())

describe(isReal ? `conformance of the environment ${TCB_ENV_ID}` : 'conformance of the local cloud', () => {
  const abilities = isReal ? { advance: null, uniqueIndex: false } : { advance, uniqueIndex: true }
  for (const { name, run } of conformance(cloud, abilities)) it(name, run, 60_000)
})

const real = isReal ? it : it.skip
real(
  'a real environment conforms: set TCB_ENV_ID, TENCENT_SECRET_ID and TENCENT_SECRET_KEY to ask one',
  () => {
    expect(isReal).toBe(true)
  },
)
