import { mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StartFailure } from '../../failure'
import { type Desk, startDesk } from './index'

const shop = { name: '常客咖啡', people: [], groups: [], codes: [], templates: [] }
let cloud: Server
let desk: Desk
let dir: string

const start = (deskPort = 0) =>
  startDesk({
    cloudUrl: `http://127.0.0.1:${(cloud.address() as AddressInfo).port}`,
    linkTo: (path) => `http://cloud/files/${path}?sign=${path.length}`,
    h5Dir: join(dir, 'h5'),
    deskDir: join(dir, 'built'),
    dataDir: dir,
    shop,
    holders: ['oA', 'oB'],
    deskPort,
    phonePorts: [0, 0],
  })

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'desk-'))
  for (const folder of ['h5', 'built/page', 'built/phone']) mkdirSync(join(dir, folder), { recursive: true })
  writeFileSync(join(dir, 'h5', 'index.html'), '<html><head><title>app</title></head></html>')
  writeFileSync(join(dir, 'h5', 'app.js'), 'app')
  writeFileSync(join(dir, 'built', 'page', 'index.html'), 'the desk')
  writeFileSync(join(dir, 'built', 'phone', 'index.html'), 'a phone')
  writeFileSync(join(dir, 'secret.txt'), 'secret')
  cloud = createServer((req, res) => {
    let body = ''
    req.on('data', (chunk: Buffer) => (body += chunk.toString()))
    req.on('end', () => res.end(JSON.stringify({ url: req.url, auth: req.headers.authorization, body })))
  })
  await new Promise<void>((resolve) => cloud.listen(0, '127.0.0.1', resolve))
  desk = await start()
})
afterAll(async () => {
  await desk.close()
  await new Promise((resolve) => cloud.close(resolve))
})
const phone = () => desk.phones[0] ?? ''
const text = async (url: string) => (await fetch(url)).text()

describe('the desk server', () => {
  it('tells the page where the phones are and who holds them', async () => {
    const config: unknown = await (await fetch(`${desk.url}/desk/config.json`)).json()
    expect(config).toEqual({
      shop,
      phones: [
        { url: desk.phones[0], openid: 'oA' },
        { url: desk.phones[1], openid: 'oB' },
      ],
    })
  })
  it('serves shell and app on each phone, the app with a history of its own', async () => {
    expect(await text(`${phone()}/`)).toBe('a phone')
    expect(await text(`${phone()}/app/`)).toContain('<head><script src="/shell/history.js"></script>')
    expect(await text(`${phone()}/app/app.js`)).toBe('app')
  })
  it("passes the cloud's doors on with body, query and session", async () => {
    const answer: unknown = await (
      await fetch(`${phone()}/functions/api?x=1`, {
        method: 'POST',
        body: '{"a":1}',
        headers: { authorization: 'Bearer t' },
      })
    ).json()
    expect(answer).toEqual({ url: '/functions/api?x=1', auth: 'Bearer t', body: '{"a":1}' })
  })
  it('shows files of the cloud without a link of the app', async () => {
    expect(await (await fetch(`${phone()}/files/pictures/latte.webp`)).json()).toMatchObject({
      url: '/files/pictures/latte.webp?sign=19',
    })
  })
  it.each(['/app/..%2f..%2fsecret.txt', '/app/%2e%2e/secret.txt', '/..%2f..%2fsecret.txt', '/app/%zz'])(
    'never leaves its folders: %s',
    async (path) => {
      expect((await fetch(phone() + path)).status).toBe(404)
    },
  )
  it('keeps chats for the next start and refuses a card without its fields', async () => {
    const card = { from: 'oA', to: 'oB', title: '菜单', path: '/features/x', sentAt: 5 }
    const post = (body: unknown) =>
      fetch(`${phone()}/desk/chats`, { method: 'POST', body: JSON.stringify(body) })
    expect((await post(card)).status).toBe(200)
    expect((await post({ ...card, to: '' })).status).toBe(400)
    const again = await start()
    expect(await (await fetch(`${again.url}/desk/chats`)).json()).toEqual({ cards: [{ ...card, id: 1 }] })
    await again.close()
  })
  it.each(['{"cards": [{"id": 1, "fro', '[]', '{"cards":[{"id":"1"}]}', 'null'])(
    'refuses chats that it can not read, and leaves them as they are: %s',
    async (broken) => {
      const file = join(dir, 'desk-chats.json')
      writeFileSync(file, broken)
      const failed = start()
      await expect(failed).rejects.toBeInstanceOf(StartFailure)
      await expect(failed).rejects.toThrow(/desk-chats\.json can't be read .*move it away/)
      expect(readFileSync(file, 'utf8')).toBe(broken)
      rmSync(file)
    },
  )
  it('refuses a folder in the place of the chats', async () => {
    const file = join(dir, 'desk-chats.json')
    mkdirSync(file)
    await expect(start()).rejects.toBeInstanceOf(StartFailure)
    rmSync(file, { recursive: true })
  })
  it('says which port is taken, and leaves nothing open', async () => {
    const port = Number(new URL(desk.url).port)
    const failed = start(port)
    await expect(failed).rejects.toBeInstanceOf(StartFailure)
    await expect(failed).rejects.toThrow(`Port ${port} (the desk) is in use`)
  })
})
