/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import type { Material } from '@shared/promoters/materials-contract'
import { putShop } from '@/features/catalogue'
import { putMe } from '@/features/members'
import { savePicture } from '@/platform/album'
import { copyText } from '@/platform/clipboard'
import { openSettings } from '@/platform/location'
import { cloud, no, ok } from '../../../../../tests/builders/answers'
import { aMe, aMenu, aShop } from '../../../../../tests/builders/shop-views'
import Taro, { page } from '../../../../../tests/builders/taro'
import MaterialsPage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))
jest.mock('@/platform/album', () => ({ canSendPicture: false, savePicture: jest.fn() }))
jest.mock('@/platform/clipboard', () => ({ copyText: jest.fn() }))
jest.mock('@/platform/location', () => ({ openSettings: jest.fn() }))

const material = (id: string, over: Partial<Material> = {}): Material => ({
  id,
  productId: 'latte',
  title: '早八那杯拿铁',
  text: '早上八点的第一口',
  pictures: ['cloud://e.b/materials/m/1.jpg', 'cloud://e.b/materials/m/2.jpg'],
  ...over,
})
const whole = material('m2', { productId: null, title: '整个店', text: '转角就到', pictures: [] })
const show = async (materials: readonly Material[]) => {
  cloud.script('promoters.materials', ok({ materials }))
  render(<MaterialsPage />)
  await act(async () => undefined)
}
const tap = async (words: string) => {
  await act(async () => fireEvent.click(screen.getByText(words)))
}
const said = () =>
  jest.mocked<(told: { title: string }) => unknown>(Taro.showToast).mock.calls.map(([told]) => told.title)

beforeEach(() => {
  jest.clearAllMocks()
  cloud.forget()
  page.params = {}
  putMe(aMe)
  putShop({ shop: aShop, menu: aMenu, soldOut: {} })
})

it('shows what there is, of which product, and copies the words', async () => {
  await show([material('m1'), whole, material('m3', { productId: 'gone', title: '下架了的', pictures: [] })])
  expect(screen.getByText('拿铁')).toBeTruthy()
  expect(screen.getAllByText('全店')).toHaveLength(2)
  jest.mocked(copyText).mockResolvedValue(true)
  await act(async () => fireEvent.click(screen.getAllByText('复制文案')[1]!))
  expect(copyText).toHaveBeenCalledWith('转角就到')
  expect(said()).toEqual([])
})

it('saves all pictures of one, and stops at the first that is not', async () => {
  await show([material('m1')])
  jest.mocked(savePicture).mockResolvedValue('saved')
  await tap('保存 2 张图')
  expect(jest.mocked(savePicture).mock.calls).toEqual([
    ['/files/materials/m/1.jpg', '早八那杯拿铁-1'],
    ['/files/materials/m/2.jpg', '早八那杯拿铁-2'],
  ])
  expect(said()).toEqual(['已保存到相册'])
  jest.mocked(savePicture).mockClear().mockResolvedValue('failed')
  await tap('保存 2 张图')
  expect(savePicture).toHaveBeenCalledTimes(1)
  expect(said()).toContain('没有存上，长按图片也可以保存')
})

it('a refused album is explained, and leads to the settings', async () => {
  await show([material('m1')])
  jest.mocked(savePicture).mockResolvedValue('denied')
  fireEvent.click(screen.getByLabelText('第 2 张图'))
  await tap('保存到相册')
  expect(savePicture).toHaveBeenCalledWith('/files/materials/m/2.jpg', '早八那杯拿铁')
  expect(screen.getByText('还不能存到相册')).toBeTruthy()
  jest.mocked(openSettings).mockResolvedValue(false)
  await tap('去打开')
  expect(said()).toEqual(['设置没有打开，长按图片也可以保存'])
})

it('is shared as its product, or as the shop', async () => {
  await show([material('m1'), whole])
  await act(async () => fireEvent.click(screen.getAllByText('分享')[0]!))
  expect(screen.getByText('把「拿铁，常客小店」发给朋友')).toBeTruthy()
  await tap('海报')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({
    url: '/features/referral/pages/poster/index?product=latte',
  })
  fireEvent.click(screen.getByLabelText('关闭'))
  await act(async () => fireEvent.click(screen.getAllByText('分享')[1]!))
  await tap('海报')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/features/referral/pages/poster/index' })
})

it('opened for a product shows its own first, and all on demand', async () => {
  page.params = { product: 'bun' }
  await show([material('m1'), whole])
  expect(screen.getByText('这件商品还没有素材')).toBeTruthy()
  await tap('看全部 2 条素材')
  expect(screen.getByText('早八那杯拿铁')).toBeTruthy()
})

it('is empty, or for promoters alone, or could not be had', async () => {
  await show([])
  expect(screen.getByText('还没有素材')).toBeTruthy()
  cloud.script('promoters.materials', no('OFFLINE'))
  await act(async () => page.pull())
  expect(screen.getByText(/没刷新成功/)).toBeTruthy()
  cloud.script('promoters.materials', no('NOT_A_PROMOTER'))
  await act(async () => page.pull())
  expect(screen.getByText('去推客中心')).toBeTruthy()
})
