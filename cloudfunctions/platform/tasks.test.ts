import * as v from 'valibot'
import { createInstance } from './instance'
import { delayedTasks } from './tasks'
import { createTick, task, type Sweep } from './tick'
import type { Instance } from './ctx'
import { inProcessCloud, type InProcessCloud } from '../../tests/builders/in-process'

const Close = v.strictObject({ task: v.literal('test.close'), id: v.string() })
let cloud: InProcessCloud
let instance: Instance
let ran: string[]
let logs: string[]
beforeEach(() => {
  cloud = inProcessCloud()
  ran = []
  logs = []
  instance = createInstance({ log: (_level, event) => void logs.push(event) })
})
afterEach(() => cloud.close())

const close = task(Close, async ({ id }) => {
  if (id === 'bad') throw new Error('down')
  ran.push(id)
})
const sweeps: Sweep[] = [
  { name: 'first', run: () => Promise.reject(new Error('down')) },
  { name: 'second', run: async () => void ran.push('swept') },
]
const tick = (event: unknown, source = 'wx_trigger') =>
  createTick({ tasks: [close], sweeps, hooks: { effects: {}, reactions: {} } })(
    event,
    { openid: '', source, requestId: 'r1' },
    instance,
  )
const timer = { Type: 'Timer', TriggerName: 'sweep', Time: '2026-11-22T02:00:00Z' }

it('sweeps when the timer calls, and one that fails keeps nobody from running', async () => {
  expect(await tick(timer)).toEqual({ errcode: 0, errmsg: '' })
  expect(ran).toEqual(['swept'])
  expect(logs).toEqual(['task.failed', 'task.done'])
})

it.each([
  ['as it was given', { task: 'test.close', id: 'o1' }],
  ['with what WeChat adds', { task: 'test.close', id: 'o1', userInfo: { appId: 'wx' }, tcbContext: {} }],
  ['as JSON', JSON.stringify({ task: 'test.close', id: 'o1' })],
  ['as JSON under data', { data: JSON.stringify({ task: 'test.close', id: 'o1' }) }],
])('runs the task that a delayed call names, its payload %s', async (_, event) => {
  expect(await tick(event, 'wx_unknown')).toMatchObject({ errcode: 0 })
  expect(ran).toEqual(['o1'])
})

it.each([
  ...['wx_client', 'wx_client,scf', 'wx_devtools,wx_client', 'wx_http', 'wx_http,scf'],
  ...['wx_devtools', 'wx_crawler', 'wx_localdebug', 'wx_paycallback', 'wx_trigger,wx_http'],
])('refuses who comes from outside: %s', async (source) => {
  expect(await tick(timer, source)).toMatchObject({ errcode: 403 })
  expect(await tick({ task: 'test.close', id: 'o1' }, source)).toMatchObject({ errcode: 403 })
  expect(ran).toEqual([])
})

it.each(['wx_trigger', 'wx_unknown', 'scf', 'wx_trigger,scf', ''])(
  'runs a task that comes from %j',
  async (source) => {
    expect(await tick({ task: 'test.close', id: 'o1' }, source)).toMatchObject({ errcode: 0 })
    expect(ran).toEqual(['o1'])
  },
)

it.each([
  ['a task nobody has', { task: 'test.other', id: 'o1' }],
  ['a payload of another shape', { task: 'test.close', id: 7 }],
  ['more than the task takes', { task: 'test.close', id: 'o1', force: 'yes' }],
])('refuses %s, without sweeping', async (_, event) => {
  expect(await tick(event)).toMatchObject({ errcode: 404 })
  expect([ran, logs]).toEqual([[], ['task.unknown']])
})

it('logs a task that fails and says so', async () => {
  expect(await tick({ task: 'test.close', id: 'bad' })).toMatchObject({ errcode: 500 })
  expect(logs).toEqual(['task.failed'])
})

describe('asking for a delayed call', () => {
  const calls: unknown[] = []
  const failures: unknown[] = []
  const later = (openapi: Parameters<typeof delayedTasks>[0]['openapi'], delayMs: number) =>
    delayedTasks({ openapi, env: () => 'env-1', onFailure: (error) => failures.push(error) }).later(
      { task: 'test.close', id: 'o1' },
      delayMs,
    )

  it.each([
    [1_800_500, 1801],
    [0, 6],
    [-5, 6],
    [90 * 86_400_000, 30 * 86_400],
  ])('of %s ms waits %s s', async (delayMs, seconds) => {
    calls.length = 0
    expect(await later(async (...call) => (calls.push(call), {}), delayMs)).toBe(true)
    expect(calls).toEqual([
      [
        'cloudbase.addDelayedFunctionTask',
        { env: 'env-1', functionName: 'tick', data: '{"task":"test.close","id":"o1"}', delayTime: seconds },
      ],
    ])
  })

  it('is not taken: the caller hears it and carries on', async () => {
    const error = new Error('quota')
    expect(await later(() => Promise.reject(error), 1)).toBe(false)
    expect(failures).toEqual([error])
  })
})
