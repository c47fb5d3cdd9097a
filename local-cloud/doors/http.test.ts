import http from 'node:http'
import { createServer, json, listen } from './http'

let server: http.Server
let port = 0
let reached: string[]
beforeEach(async () => {
  reached = []
  const door = (name: string) => () => {
    reached.push(name)
    return json({ ok: true })
  }
  server = createServer({ 'GET /clock': door('read'), 'POST /clock': door('write') }, () => undefined)
  port = await listen(server, 0)
})
afterEach(() => void server.close().closeAllConnections())

const ask = (method: string, headers: Record<string, string>) =>
  new Promise<number | undefined>((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port, path: '/clock', method, headers }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode))
    })
    request.on('error', reject).end()
  })

it.each([
  ['a tool on this machine', {}],
  ['a phone of the desk', { origin: 'http://127.0.0.1:7001' }],
  ['a page by name', { host: 'localhost:7001', origin: 'http://localhost:7001' }],
])('answers %s', async (_, headers) => {
  expect([await ask('GET', headers), await ask('POST', headers)]).toEqual([200, 200])
  expect(reached).toEqual(['read', 'write'])
})

it.each([
  ['a page of another site', { origin: 'https://evil.example' }],
  ['a sandboxed frame', { origin: 'null' }],
  ['a name that was bent to this machine', { host: 'evil.example:7001' }],
  ['an origin that only begins like ours', { origin: 'http://127.0.0.1.evil.example' }],
])('does nothing for %s', async (_, headers) => {
  expect(await ask('POST', headers)).toBe(403)
  expect(reached).toEqual([])
})

it('shows nothing to a name that was bent to this machine', async () => {
  expect(await ask('GET', { host: 'evil.example' })).toBe(403)
  expect(reached).toEqual([])
})
