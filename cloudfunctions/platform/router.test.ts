import * as v from 'valibot'
import { action } from '@shared/kernel/action'
import { Defect, refuse } from '@shared/kernel/refusal'
import { Busy } from './errors'
import { createInstance } from './instance'
import { createRouter, MAX_INPUT_CHARS, route, type UseCase } from './router'
import type { CloudCtx, Effects, Instance } from './ctx'
import { inProcessCloud, type InProcessCloud } from '../../tests/builders/in-process'

const greet = action({
  name: 'test.greet',
  input: v.strictObject({
    name: v.pipe(v.string(), v.trim()),
    deep: v.optional(v.array(v.object({ n: v.number() }))),
  }),
  output: v.object({ hello: v.string(), inner: v.optional(v.object({ a: v.number() })) }),
  refusals: ['TOO_LATE'],
  details: { TOO_LATE: v.object({ since: v.number() }) },
})
type Greet = UseCase<typeof greet>

let cloud: InProcessCloud
let logs: Record<string, unknown>[]
let instance: Instance
beforeEach(() => {
  cloud = inProcessCloud({ now: 5_000 })
  logs = []
  instance = createInstance({
    clock: cloud.clock.now,
    memberKey: () => 'key',
    log: (level, event, fields) => void logs.push({ level, event, ...fields }),
  })
})
afterEach(() => cloud.close())

const caller = { openid: 'oAnn', source: 'wx_client', requestId: 'r1' }
const ask = (run: Greet, event: unknown, who = caller, effects: Effects = {}) =>
  createRouter({ routes: [route(greet, run)], hooks: { effects, reactions: {} }, checkOutput: true })(
    event,
    who,
    instance,
  )
const hello: Greet = async ({ name }) => ({ hello: name })
const call = (input: unknown) => ({ action: 'test.greet', input })

it('answers with data, the request id and the cloud’s clock, and logs one line', async () => {
  const reply = await ask(hello, call({ name: ' Ann ' }))
  expect(reply).toEqual({ ok: true, data: { hello: 'Ann' }, requestId: 'r1', now: 5_000 })
  expect(logs).toEqual([
    { level: 'info', event: 'call', requestId: 'r1', action: 'test.greet', code: 'OK', ms: 0 },
  ])
})

it('gives the use case who calls, by a member id that only the key explains', async () => {
  const seen: unknown[] = []
  await ask(
    async (_input, { openid, memberId, now }) => (seen.push(openid, memberId, now), { hello: '' }),
    call({ name: '' }),
  )
  expect(seen).toEqual(['oAnn', expect.stringMatching(/^m[0-9a-v]{32}$/), 5_000])
})

it.each([
  ['no event', undefined],
  ['an unknown action', { action: 'test.other', input: {} }],
  ['an action that is no text', { action: 7 }],
  ['a name of every object', { action: 'constructor' }],
])('has no such action: %s', async (_, event) => {
  expect(await ask(hello, event)).toMatchObject({ ok: false, code: 'NO_SUCH_ACTION', requestId: 'r1' })
})

it.each([
  ['a missing input', undefined, ''],
  ['a missing field', {}, 'name'],
  ['a wrong type', { name: 1 }, 'name'],
  ['a field that the contract does not know', { name: '', admin: true }, 'admin'],
  ['a wrong type deep inside', { name: '', deep: [{ n: 1 }, { n: 'x' }] }, 'deep.1.n'],
  ['an oversized input', { name: 'x'.repeat(MAX_INPUT_CHARS) }, ''],
])('refuses %s, naming the field, and does not run', async (_, input, path) => {
  const never: Greet = () => Promise.reject(new Error('it ran'))
  expect(await ask(never, call(input))).toMatchObject({ ok: false, code: 'BAD_INPUT', details: { path } })
})

it('passes a declared refusal on with its details, and FORBIDDEN from anywhere', async () => {
  expect(await ask(async () => refuse('TOO_LATE', { since: 3 }), call({ name: '' }))).toEqual({
    ok: false,
    code: 'TOO_LATE',
    details: { since: 3 },
    requestId: 'r1',
    now: 5_000,
  })
  expect(await ask(async () => refuse('FORBIDDEN'), call({ name: '' }))).toMatchObject({ code: 'FORBIDDEN' })
})

it('shows a bug to nobody but the log, which has everything', async () => {
  const bug = new Defect('secret', { id: 7 })
  const reply = await ask(() => Promise.reject(bug), call({ name: '' }))
  expect(reply).toEqual({ ok: false, code: 'INTERNAL', requestId: 'r1', now: 5_000 })
  expect(logs[0]).toMatchObject({
    level: 'error',
    event: 'call.failed',
    requestId: 'r1',
    action: 'test.greet',
    error: bug,
  })
  expect(logs[0]).toHaveProperty('memberId', expect.stringMatching(/^m/))
})

it.each([
  ['a refusal that was never declared', async () => ({ refused: 'SURPRISE' })],
  ['an answer that lacks a field', async () => ({})],
  ['an answer with a field too many', async () => ({ hello: '', openid: 'oAnn' })],
  ['an answer with a field too many deep inside', async () => ({ hello: '', inner: { a: 1, b: 2 } })],
])('takes %s for a bug', async (_, run) => {
  expect(await ask(run as unknown as Greet, call({ name: '' }))).toMatchObject({
    ok: false,
    code: 'INTERNAL',
  })
})

it('says BUSY when conflicts outlasted every retry', async () => {
  expect(await ask(() => Promise.reject(new Busy('x')), call({ name: '' }))).toMatchObject({ code: 'BUSY' })
})

it('forbids a call without a person', async () => {
  expect(await ask(hello, call({ name: '' }), { ...caller, openid: '' })).toMatchObject({ code: 'FORBIDDEN' })
})

it('refuses two routes of one name', () => {
  const routes = [route(greet, hello), route(greet, hello)]
  expect(() => createRouter({ routes, hooks: { effects: {}, reactions: {} } })).toThrow('share a name')
})

describe('effects', () => {
  const entries = ['ok', 'fails', 'unknown', 'ok'].map((kind, i) => ({ id: `e${i}`, kind, data: { i } }))

  it('are carried out in order; what failed stays, what is done is taken out at once', async () => {
    const ran: unknown[] = []
    const taken: (readonly string[])[] = []
    const effects: Effects = {
      ok: async ({ data }, { now }: CloudCtx) => void ran.push([data['i'], now]),
      fails: () => Promise.reject(new Error('down')),
    }
    const run: Greet = async (_input, { drain }) => {
      await drain(entries, async (ids) => void taken.push(ids))
      return { hello: '' }
    }
    expect(await ask(run, call({ name: '' }), caller, effects)).toMatchObject({ ok: true })
    expect(ran).toEqual([
      [0, 5_000],
      [3, 5_000],
    ])
    expect(taken).toEqual([['e0', 'e3']])
    expect(logs.filter(({ event }) => event === 'effect.failed').map(({ effect }) => effect)).toEqual([
      'e1',
      'e2',
    ])
  })
})
