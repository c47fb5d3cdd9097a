import { HOUR_MS } from '@shared/kernel/time'
import { door, fixtureCloud, sdk } from '../../fixtures/cloud'
import type { LocalCloud } from '../../index'

jest.setTimeout(60_000)

let cloud: LocalCloud
let token: string
beforeAll(async () => {
  cloud = await fixtureCloud()
  token = String((await door(cloud, 'POST', '/session', { openid: 'oAda' })).body['token'])
})
afterAll(() => cloud.close())

const urlOf = async (fileID: string) => {
  const { fileList } = (await sdk(cloud, 'oAda').file('url', { fileList: [fileID] })) as {
    fileList?: unknown
  }
  return (fileList as { status: number; tempFileURL: string }[])[0]
}

it('a function uploads, reads back and deletes, Chinese names included', async () => {
  const up = await sdk(cloud, 'oAda').file('upload', { path: '图/早餐.txt', text: '豆浆' })
  expect(up).toMatchObject({ fileID: 'cloud://local.6c6f-local/图/早餐.txt' })
  const fileID = String(up['fileID'])
  expect(await sdk(cloud, 'oAda').file('download', { fileID })).toEqual({ text: '豆浆' })
  expect(await sdk(cloud, 'oAda').file('delete', { fileList: [fileID] })).toMatchObject({
    fileList: [{ fileID, status: 0 }],
  })
  expect(await urlOf(fileID)).toMatchObject({ status: -503003, tempFileURL: '' })
})

it('a phone uploads; the link opens for anybody until it expires', async () => {
  const { body } = await door(cloud, 'POST', '/files?path=avatars/ada.png', Buffer.from('picture'), token)
  const link = new URL((await urlOf(String(body['fileID'])))?.tempFileURL ?? '')
  const opened = await fetch(link)
  expect([opened.headers.get('content-type'), await opened.text()]).toEqual(['image/png', 'picture'])
  expect((await fetch(new URL('/files/avatars/ada.png', cloud.url))).status).toBe(403)
  await cloud.advance(2 * HOUR_MS + 1000)
  expect((await fetch(link)).status).toBe(403)
})

it('a phone without a session uploads nothing', async () => {
  expect(await door(cloud, 'POST', '/files?path=a.png', Buffer.from('x'))).toMatchObject({ status: 401 })
})

it.each(['', '/a', '../a', 'a/../../b', 'a//b', 'a?b', './a'])('refuses the path "%s"', async (path) => {
  const where = `/files?path=${encodeURIComponent(path)}`
  expect((await door(cloud, 'POST', where, Buffer.from('x'), token)).body).toMatchObject({ errCode: -503004 })
})

it('takes an upload only with the authorisation that was given for that path', async () => {
  const answer = await fetch(new URL('/cos/a.txt', cloud.url), {
    method: 'PUT',
    body: 'x',
    headers: { authorization: 'no' },
  })
  expect([answer.status, await answer.text()]).toEqual([
    403,
    expect.stringContaining('SignatureDoesNotMatch'),
  ])
})

it('answers an unknown file id with −503003 and refuses an empty list', async () => {
  expect(await urlOf('cloud://elsewhere/a.png')).toMatchObject({ status: -503003 })
  expect(await sdk(cloud, 'oAda').file('url', { fileList: [] })).toHaveProperty('errCode')
})
