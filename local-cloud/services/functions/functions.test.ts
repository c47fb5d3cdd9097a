import { door, fixtureCloud, MORNING } from '../../fixtures/cloud'
import type { LocalCloud } from '../../index'
import { MAX_CLIENT_RESULT_BYTES } from './limits'

// Instances start slowly on a busy machine.
jest.setTimeout(60_000)

let cloud: LocalCloud
let token: string
beforeAll(async () => {
  cloud = await fixtureCloud()
  token = String((await door(cloud, 'POST', '/session', { openid: 'oAda' })).body['token'])
})
afterAll(() => cloud.close())

const call = async (name: string, event: object = {}) =>
  (await door(cloud, 'POST', `/functions/${name}`, event, token)).body

describe('a call from a phone', () => {
  it('carries the event, the identity of the session and the cloud’s clock', async () => {
    const reply = await call('echo', { a: 1, userInfo: { openId: 'oForged' } })
    expect(reply).toMatchObject({
      errMsg: 'callFunction:ok',
      result: {
        event: { a: 1, userInfo: { openId: 'oAda' } },
        wx: { OPENID: 'oAda', SOURCE: 'wx_client', ENV: 'local' },
      },
    })
    const { now } = reply['result'] as { now: number }
    expect(now).toBeGreaterThanOrEqual(MORNING)
    expect(now).toBeLessThanOrEqual(cloud.clock.now())
  })

  it('is refused without a session, and with a forged one', async () => {
    expect(await door(cloud, 'POST', '/functions/echo', {})).toMatchObject({ status: 401 })
    expect(await door(cloud, 'POST', '/functions/echo', {}, `oBob.${token.split('.')[1]}`)).toMatchObject({
      status: 401,
    })
  })

  it.each([
    ['boom', -504002, 'functions execute fail | errMsg: Error: boom'],
    ['broken', -504002, 'cannot load'],
    ['loop', -504003, 'Invoking task timed out after 1 seconds'],
    ['hungry', -504002, 'Memory limit exceeded: 64 MB'],
    ['nothing-here', -501000, 'FunctionName parameter could not be found'],
  ])('%s fails with %i', async (name, errCode, text) => {
    const reply = await call(name)
    expect(reply).toMatchObject({ errCode })
    expect(reply.errMsg).toContain('cloud.callFunction:fail Error: errCode: ')
    expect(reply.errMsg).toContain(text)
  })

  it('works again after a timeout and after the memory ran out', async () => {
    await call('loop')
    expect(await call('loop')).toMatchObject({ errCode: -504003 })
    expect(await call('echo')).toMatchObject({ errMsg: 'callFunction:ok' })
  })

  it('gets a result of 1 MB, and −604001 for one byte more', async () => {
    expect(await call('big', { bytes: MAX_CLIENT_RESULT_BYTES })).toMatchObject({ errMsg: 'callFunction:ok' })
    expect(await call('big', { bytes: MAX_CLIENT_RESULT_BYTES + 1 })).toMatchObject({ errCode: -604001 })
  })

  it('refuses an event of more than 6 MB', async () => {
    expect(await call('echo', { text: 'x'.repeat(6 * 1024 * 1024) })).toMatchObject({ errCode: -504001 })
  })

  it('refuses a body that is no JSON object', async () => {
    expect(await door(cloud, 'POST', '/functions/echo', [1], token)).toMatchObject({ status: 400 })
  })
})

describe('a call from a function', () => {
  it('keeps the person and lengthens the source', async () => {
    expect(await cloud.as('oAda').call('nested', { depth: 1 })).toMatchObject({
      event: { from: 'nested' },
      wx: { OPENID: 'oAda', SOURCE: 'wx_client,scf,scf' },
    })
  })

  it('does not wait behind its own caller, even when there is one instance', async () => {
    const small = await fixtureCloud({ maxInstances: 1 })
    const answers = await Promise.all([1, 2].map((depth) => small.as('oAda').call('nested', { depth })))
    await small.close()
    expect(answers).toEqual([
      expect.objectContaining({ event: expect.objectContaining({ from: 'nested' }) }),
      expect.objectContaining({ event: expect.objectContaining({ from: 'nested' }) }),
    ])
  })

  it('fails as the SDK words it: the text, without the number', async () => {
    const answer = await cloud.as('oAda').call('nested', { depth: 0, name: 'boom' })
    expect(answer).toMatchObject({
      errCode: -1,
      errMsg: expect.stringContaining('callFunction:fail Error: boom'),
    })
  })
})

it('never has more instances than the limit', async () => {
  const small = await fixtureCloud({ maxInstances: 2 })
  const replies = await Promise.all(
    Array.from({ length: 30 }, (_, n) => small.as('oAda').call('echo', { n })),
  )
  expect(replies.map((reply) => (reply as { event: { n: number } }).event.n)).toEqual([...Array(30).keys()])
  expect(small.functions.instances('echo')).toBeLessThanOrEqual(2)
  await small.close()
})

it('keeps what an instance remembers between calls: a warm one serves again', async () => {
  await call('echo')
  const before = cloud.functions.instances('echo')
  await call('echo')
  expect(cloud.functions.instances('echo')).toBe(before)
})

it('an openapi that config.json does not name is −604101, an unknown one −604100', async () => {
  const send = { openapi: 'subscribeMessage.send', args: {} }
  expect(await cloud.as('oAda').call('bare', send)).toMatchObject({ errCode: -604101 })
  expect(await cloud.as('oAda').call('wechat', { openapi: 'nope.nope', args: {} })).toMatchObject({
    errCode: -604100,
  })
})

it('counts calls by kind and by function', async () => {
  cloud.meter.reset()
  await cloud.as('oAda').call('wechat', {})
  await cloud.as('oAda').call('wechat', { remember: 'read' })
  await cloud.as('oAda').call('nested', { depth: 0 })
  const { body } = await door(cloud, 'GET', '/wechat/calls')
  expect(body).toMatchObject({ functionCalls: 4, databaseReads: 1, databaseWrites: 1, billed: 6 })
  expect(body['byFunction']).toMatchObject({ wechat: { functionCalls: 2 }, nested: { functionCalls: 1 } })
})
