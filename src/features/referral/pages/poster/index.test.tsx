/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import { useShop } from '@/features/catalogue'
import { useMe } from '@/features/members'
import { savePicture } from '@/platform/album'
import { heardClock } from '@/platform/clock'
import { openEasel } from '@/platform/easel'
import { openSettings } from '@/platform/location'
import type { PenPicture } from '@/platform/types'
import { cloud, no, ok } from '../../../../../tests/builders/answers'
import { aMe, aMenu, aShop, NOW } from '../../../../../tests/builders/shop-views'
import Taro, { page } from '../../../../../tests/builders/taro'
import PosterPage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))
jest.mock('@/platform/easel', () => ({ openEasel: jest.fn() }))
jest.mock('@/platform/album', () => ({ canSendPicture: false, savePicture: jest.fn() }))
jest.mock('@/platform/location', () => ({ openSettings: jest.fn(async () => true) }))

const made = { code: '0a1b2c3d4e5f', path: '/p', picture: 'cloud://a/code.png', link: null }
const written: string[] = []
let missing: readonly string[] = []
let member = 0

const loadPicture = jest.fn(async (src: string): Promise<PenPicture | null> =>
  missing.includes(src) ? null : { source: {} as CanvasImageSource, width: 100, height: 100 },
)
/** A pen that only remembers what it wrote. */
const pen = new Proxy(
  {},
  {
    get: (_, name) => {
      if (name === 'measureText') return (text: string) => ({ width: text.length * 20 })
      if (name === 'fillText') return (text: string) => void written.push(text)
      return () => ({ addColorStop: () => undefined })
    },
    set: () => true,
  },
)
const settle = () => act(async () => {})
const show = async (params: Record<string, string> = {}) => {
  page.params = params
  render(<PosterPage />)
  await settle()
}
const tap = async (text: string) => {
  fireEvent.click(screen.getByText(text))
  await settle()
}
const toasts = () =>
  (jest.mocked(Taro.showToast).mock.calls as unknown as { title: string }[][]).map(([one]) => one?.title)

beforeEach(() => {
  jest.clearAllMocks()
  heardClock(NOW)
  cloud.forget()
  written.length = 0
  missing = []
  jest.mocked(openEasel).mockResolvedValue({ pen: pen as never, loadPicture, toFile: async () => 'blob:1' })
  useShop.setState({ shop: aShop, menu: aMenu })
  // What was drawn is kept for the session: each test has another member.
  useMe.setState({ me: { ...aMe, member: { ...aMe.member!, id: `m${++member}` } } })
})

it('draws the product with its price and the masked name, and asks the cloud once for the code', async () => {
  cloud.script('referral.code', ok(made))
  await show({ product: 'latte' })
  expect(screen.getByLabelText('海报').getAttribute('src')).toBe('blob:1')
  expect(written).toEqual(expect.arrayContaining(['常客小店', '拿铁', '19', '林**', '长按识别小程序码']))
  expect(cloud.inputs('referral.code')).toEqual([
    { target: { kind: 'product', productId: 'latte' }, channel: 'poster' },
  ])
  await show({ product: 'latte' })
  expect(cloud.inputs('referral.code')).toHaveLength(1)
})

it('does without an avatar that does not load, and not without the code', async () => {
  const { me } = useMe.getState()
  useMe.setState({ me: { ...me!, member: { ...me!.member!, avatar: 'cloud://a/me.png' } } })
  missing = ['cloud://a/me.png', 'cloud://a/code.png']
  cloud.script('referral.code', ok(made))
  await show()
  expect(screen.getByText('小程序码没有取到，请检查网络后再试')).toBeTruthy()
  missing = ['cloud://a/me.png']
  await tap('再试一次')
  expect(screen.getByLabelText('海报')).toBeTruthy()
})

it('says what went wrong, and tries again', async () => {
  cloud.script('referral.code', no('PICTURE_FAILED'), ok(made))
  await show()
  await tap('再试一次')
  expect(screen.getByLabelText('海报')).toBeTruthy()
})

it.each([
  ['saved', '已保存到相册'],
  ['failed', '没有存上，长按图片也可以保存'],
] as const)('saving that ends as %s is told', async (outcome, words) => {
  jest.mocked(savePicture).mockResolvedValue(outcome)
  cloud.script('referral.code', ok(made))
  await show()
  await tap('保存到相册')
  expect(toasts()).toEqual([words])
})

it('a refused album is explained, and leads to the settings', async () => {
  jest.mocked(savePicture).mockResolvedValue('denied')
  cloud.script('referral.code', ok(made))
  await show()
  await tap('保存到相册')
  expect(screen.getByText('还不能存到相册')).toBeTruthy()
  await tap('去打开')
  expect(openSettings).toHaveBeenCalledTimes(1)
})

it('asks a stranger to join, and knows no poster of what is gone', async () => {
  await show({ product: 'gone' })
  expect(screen.getByText('这一样现在没有了')).toBeTruthy()
  act(() => useMe.setState({ me: { member: null, coupons: [] } }))
  expect(screen.getByText('入会后生成你的海报')).toBeTruthy()
  expect(cloud.asked).toEqual([])
})
