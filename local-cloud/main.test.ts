import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import Libsql from 'libsql'
import { FIXTURE_FUNCTIONS } from './fixtures/cloud'
import { type CloudCommand, failedStart, startCommand } from './fixtures/process'

jest.setTimeout(120_000)

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'changke-cloud-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const functions = ['--functions', FIXTURE_FUNCTIONS]
const post = async (cloud: CloudCommand, where: string, body: object, token = '') => {
  const headers = { authorization: `Bearer ${token}` }
  const response = await fetch(cloud.url + where, { method: 'POST', body: JSON.stringify(body), headers })
  return (await response.json()) as { token?: string; result?: Record<string, unknown> } & Record<
    string,
    unknown
  >
}
const get = async (cloud: CloudCommand, where: string) =>
  (await fetch(cloud.url + where)).json() as Promise<Record<string, unknown>>

it('keeps inbox, payments, delayed calls, files and the clock through kill -9', async () => {
  const first = await startCommand(folder)
  const { token = '' } = await post(first, '/session', { openid: 'oAda' })
  const run = async (cloud: CloudCommand, event: object) =>
    (await post(cloud, '/functions/wechat', event, token)).result
  await post(first, '/clock', { advanceMs: 3_600_000 })
  await post(first, '/wechat/consents', { openid: 'oAda', answers: { t1: 'accept', t2: 'accept' } })
  const message = (templateId: string) => ({
    touser: 'oAda',
    templateId,
    page: '',
    data: { thing1: { value: '好' } },
  })
  await run(first, { openapi: 'subscribeMessage.send', args: message('t1') })
  const trade = {
    body: '茶',
    outTradeNo: 'k1',
    spbillCreateIp: '1.1.1.1',
    subMchId: '1',
    totalFee: 5,
    envId: 'local',
    functionName: 'accept',
  }
  const { prepayId } = (await run(first, { pay: 'unifiedOrder', args: trade })) as { prepayId: string }
  await post(first, '/wechat/pay/faults', { delayMs: 60_000 })
  await post(first, `/wechat/pay/${prepayId}`, { action: 'confirm' })
  const later = { env: 'local', functionName: 'wechat', data: '{"late":true}', delayTime: 600 }
  await run(first, { openapi: 'cloudbase.addDelayedFunctionTask', args: later })
  const { fileID } = (await run(first, { file: 'upload', args: { path: 'a.txt', text: 'kept' } })) as {
    fileID: string
  }
  const { offsetMs } = await get(first, '/clock')
  await first.end('SIGKILL')

  const second = await startCommand(folder)
  expect(await get(second, '/clock')).toMatchObject({ offsetMs })
  expect((await get(second, '/wechat/inbox?openid=oAda'))['notices']).toHaveLength(1)
  expect(await run(second, { openapi: 'subscribeMessage.send', args: message('t1') })).toMatchObject({
    errCode: 43101,
  })
  expect(await run(second, { openapi: 'subscribeMessage.send', args: message('t2') })).toMatchObject({
    errCode: 0,
  })
  expect(await get(second, `/wechat/pay/${prepayId}`)).toMatchObject({ state: 'SUCCESS' })
  expect(await run(second, { file: 'download', args: { fileID } })).toEqual({ text: 'kept' })
  await post(second, '/clock', { advanceMs: 600_000 })
  const events = (
    (await run(second, { remember: 'read' })) as unknown as { event: Record<string, unknown> }[]
  ).map((visit) => visit.event)
  expect(events.filter((event) => event['outTradeNo'] === 'k1')).toHaveLength(1)
  expect(events.filter((event) => event['late'] === true)).toHaveLength(1)
  expect(await second.end('SIGTERM')).toBe(0)
  expect(fs.existsSync(path.join(folder, 'lock'))).toBe(false)
})

it('a second process on the same folder is refused and the first goes on', async () => {
  const first = await startCommand(folder)
  const { code, said } = await failedStart('--data', folder, ...functions)
  expect(code).toBe(1)
  expect(said).toContain(`in use by process ${first.pid}`)
  expect(await get(first, '/healthz')).toMatchObject({ ok: true })
  await first.end('SIGTERM')
})

it('a port in use is said so', async () => {
  const server = net.createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as net.AddressInfo
  const { code, said } = await failedStart('--data', folder, '--port', String(port), ...functions)
  server.close()
  expect(code).toBe(1)
  expect(said).toContain(`Port ${port} is in use`)
})

it.each(['state.db', 'database.db'])('a %s of a newer version is left as it is', async (name) => {
  const file = path.join(folder, name)
  const db = new Libsql(file)
  db.exec('CREATE TABLE t(a); PRAGMA user_version = 99')
  db.close()
  const before = fs.readFileSync(file)
  const { code, said } = await failedStart('--data', folder, ...functions)
  expect(code).toBe(1)
  expect(said).toContain('--data DIR')
  expect(fs.readFileSync(file).equals(before)).toBe(true)
})

it.each(['state.db', 'database.db'])('a corrupt %s is left as it is', async (name) => {
  const file = path.join(folder, name)
  fs.writeFileSync(
    file,
    'this is no database, but it is somebody’s and long enough to be looked at'.repeat(40),
  )
  const before = fs.readFileSync(file)
  const { code, said } = await failedStart('--data', folder, ...functions)
  expect(code).toBe(1)
  expect(said).toMatch(/copy/)
  expect(fs.readFileSync(file).equals(before)).toBe(true)
})

it('missing bundles and a wrong option are said so', async () => {
  const missing = await failedStart('--data', folder, '--functions', path.join(folder, 'none'))
  expect([missing.code, missing.said]).toEqual([1, expect.stringContaining('npm run build:cloud')])
  const wrong = await failedStart('--data', folder, '--port', 'eighty')
  expect([wrong.code, wrong.said]).toEqual([1, expect.stringContaining('--port eighty')])
})
