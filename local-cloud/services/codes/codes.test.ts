import fc from 'fast-check'
import { PNG } from 'pngjs'
import { door, fixtureCloud, sdk } from '../../fixtures/cloud'
import type { LocalCloud } from '../../index'
import { codePicture, scannedCode } from './index'
import { drawCode } from './picture'

jest.setTimeout(60_000)

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await fixtureCloud({ pages: ['pages/menu/index'] })
})
afterAll(() => cloud.close())
const draw = (args: object) => sdk(cloud, 'oAda').openapi('wxacode.getUnlimited', args)

it('a code that a function made leads the scanner to its page and scene', async () => {
  const made = await draw({
    scene: 's=shop1&t=8',
    page: 'pages/menu/index',
    width: 300,
    lineColor: { r: 120, g: 60, b: 20 },
  })
  const png = Buffer.from(String(made['png']), 'base64')
  expect(made['contentType']).toBe('image/png')
  expect(PNG.sync.read(png).width).toBe(300)
  const { body } = await door(cloud, 'POST', '/wechat/scan', png)
  expect(body).toEqual({ path: `/pages/menu/index?scene=${encodeURIComponent('s=shop1&t=8')}` })
})

it('a transparent code can be scanned too', async () => {
  const made = await draw({ scene: 'x', isHyaline: true })
  expect(scannedCode(Buffer.from(String(made['png']), 'base64'))).toEqual({ path: '/?scene=x' })
})

it('the desk gets the same picture from a door', async () => {
  const { bytes } = await door(cloud, 'GET', '/wechat/code?page=pages/any&scene=a')
  expect(scannedCode(bytes)).toEqual({ path: '/pages/any?scene=a' })
  expect(await door(cloud, 'GET', '/wechat/code?page=pages/any&scene=')).toMatchObject({ status: 400 })
})

it.each([
  [40129, { scene: '' }],
  [40129, { scene: 'x'.repeat(33) }],
  [40129, { scene: '早餐' }],
  [40129, { scene: 'a%20b' }],
  [41030, { scene: 'a', page: '/pages/menu/index' }],
  [41030, { scene: 'a', page: 'pages/menu/index?x=1' }],
  [41030, { scene: 'a', page: 'pages/unreleased' }],
  [40097, { scene: 'a', width: 100 }],
])('%i for %j', async (errCode, args) => {
  expect(await draw(args)).toMatchObject({ errCode })
})

it('an unreleased page is taken without checkPath', async () => {
  expect(await draw({ scene: 'a', page: 'pages/unreleased', checkPath: false })).toHaveProperty('png')
})

it('any other QR code answers its text: a pickup code', async () => {
  const { body } = await door(cloud, 'POST', '/wechat/scan', drawCode('pickup:o123:A12', { width: 300 }))
  expect(body).toEqual({ result: 'pickup:o123:A12' })
})

it('a picture without a code is refused, and what is no picture too', async () => {
  const blank = PNG.sync.write(new PNG({ width: 50, height: 50 }))
  expect(await door(cloud, 'POST', '/wechat/scan', blank)).toMatchObject({ status: 422 })
  expect(await door(cloud, 'POST', '/wechat/scan', Buffer.from('no'))).toMatchObject({ status: 400 })
})

it('whatever scene WeChat allows comes back from the picture as it went in', () => {
  const signs = "0123456789ABCZabcz!#$&'()*+,/:;=?@-._~"
  const scene = fc
    .array(fc.constantFrom(...signs), { minLength: 1, maxLength: 32 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(scene, (text) => {
      const { path } = scannedCode(codePicture(text, 'pages/menu/index')) as { path: string }
      expect(decodeURIComponent(path.split('?scene=')[1] ?? '')).toBe(text)
    }),
    { numRuns: 8 },
  )
})
