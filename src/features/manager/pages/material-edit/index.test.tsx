/** @jest-environment jsdom */
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { putShop } from '@/features/catalogue'
import { heardClock } from '@/platform/clock'
import { upload } from '@/platform/cloud'
import { choosePhotos } from '@/platform/photo'
import type * as answers from '../../../../../tests/builders/answers'
import { cloud, no, ok } from '../../../../../tests/builders/answers'
import { aMaterial } from '../../../../../tests/builders/promoter-views'
import { aMenu, aShop, NOW } from '../../../../../tests/builders/shop-views'
import { page } from '../../../../../tests/builders/taro'
import { useMaterials } from '../../promoters/materials'
import ManagerMaterialsPage from '../materials/index'
import ManagerMaterialEditPage from './index'

jest.mock('@/platform/leaving', () => ({ askBeforeLeaving: jest.fn(() => jest.fn()) }))
jest.mock('@/platform/photo', () => ({ choosePhotos: jest.fn() }))
jest.mock('@/platform/cloud', () => ({
  call: jest.requireActual<typeof answers>('../../../../../tests/builders/answers').call,
  upload: jest.fn(),
}))

const settle = () => act(async () => undefined)
const toasts = () => jest.mocked(Taro.showToast).mock.calls.map(([shown]) => shown?.title)
const tap = async (words: string, area = '.ui-page') => {
  fireEvent.click(within(document.querySelector<HTMLElement>(area)!).getByText(words))
  await settle()
}
const title = (value: string) =>
  fireEvent.change(screen.getByLabelText('标题', { selector: 'input' }), { target: { value } })
const text = (value: string) =>
  fireEvent.change(screen.getByLabelText('文案', { selector: 'textarea' }), { target: { value } })
async function choose(...files: readonly string[]) {
  jest.mocked(choosePhotos).mockResolvedValueOnce({ kind: 'chosen', files })
  fireEvent.click(screen.getByLabelText('加图片'))
  await settle()
}
const saved = () => cloud.inputs('promoters.saveMaterial')

async function edit(id?: string, materials = [aMaterial()]) {
  page.params = id === undefined ? {} : { id }
  cloud.script('promoters.library', ok({ materials }))
  render(<ManagerMaterialEditPage />)
  await settle()
}
beforeEach(() => {
  heardClock(NOW)
  cloud.forget()
  useMaterials.setState({ materials: null, failed: null })
  putShop({ shop: aShop, menu: aMenu, soldOut: {} })
  jest.clearAllMocks()
  let files = 0
  jest.mocked(upload).mockImplementation(async (_local, folder) => `cloud://test/${folder}/${files++}.jpg`)
})
afterEach(() => {
  page.params = {}
})

it('adds a material with pictures and a product, and goes back', async () => {
  await edit()
  title(' 早八一杯拿铁 ')
  text('路过就能取')
  await choose('blob:1', 'blob:2')
  await tap('商品')
  await tap('拿铁', '.check-list')
  await tap('选好了')
  cloud.script('promoters.saveMaterial', ok({ material: aMaterial() }))
  await tap('保存')
  const [{ id, pictures, ...rest } = {}] = saved()
  expect(rest).toEqual({ productId: 'latte', title: '早八一杯拿铁', text: '路过就能取', savedAt: null })
  expect(pictures).toEqual([`cloud://test/materials/${id}/0.jpg`, `cloud://test/materials/${id}/1.jpg`])
  expect(Taro.navigateBack).toHaveBeenCalled()
  expect(useMaterials.getState().materials).toEqual([aMaterial()])
})

it('sends each picture once: after a lost one, and after a lost answer', async () => {
  await edit()
  title('标题')
  text('文案')
  await choose('blob:1', 'blob:2')
  jest.mocked(upload).mockResolvedValueOnce('cloud://test/one.jpg').mockResolvedValueOnce(null)
  await tap('保存')
  expect(saved()).toEqual([])
  cloud.script('promoters.saveMaterial', no('OFFLINE'), ok({ material: aMaterial() }))
  await tap('保存')
  await tap('保存')
  expect(jest.mocked(upload).mock.calls.map(([local]) => local)).toEqual(['blob:1', 'blob:2', 'blob:2'])
  expect(saved()[0]).toEqual(saved()[1])
  expect(toasts()).toEqual(['有图片没有传上去，检查网络后再试一次', '网络好像断了，请检查后再试', '已保存'])
})

it('wants a title and a text, takes nine pictures, and tells why WeChat refused', async () => {
  await edit()
  title('标题')
  await tap('保存')
  text('文案')
  await choose(...Array.from({ length: 12 }, (_, i) => `blob:${i}`))
  expect(screen.queryByLabelText('加图片')).toBeNull()
  fireEvent.click(screen.getByLabelText('删掉第 9 张图'))
  expect(screen.getByText('8/9')).toBeTruthy()
  jest.mocked(choosePhotos).mockResolvedValueOnce({ kind: 'refused', forGood: true })
  fireEvent.click(screen.getByLabelText('加图片'))
  await settle()
  cloud.script('promoters.saveMaterial', no('TEXT_REJECTED'))
  await tap('保存')
  expect(toasts()).toEqual([
    '文案还没有填',
    '没有相册权限，请到手机设置里打开',
    '标题或文案里有不合适的内容，请改一改',
  ])
  expect(Taro.navigateBack).not.toHaveBeenCalled()
})

it('saves mine on top of what another changed, without the pictures that they dropped', async () => {
  const first = aMaterial({ pictures: ['cloud://test/a.jpg', 'cloud://test/b.jpg'] })
  const theirs = { ...first, savedAt: NOW + 1, pictures: ['cloud://test/b.jpg'] }
  await edit(first.id, [first])
  title('我的标题')
  cloud.script(
    'promoters.saveMaterial',
    no('CHANGED_MEANWHILE', { material: theirs }),
    ok({ material: { ...theirs, title: '我的标题' } }),
  )
  await tap('保存')
  expect(screen.getByText('这条素材刚被别人改过')).toBeTruthy()
  await tap('保存我的')
  expect(saved()[1]).toMatchObject({ title: '我的标题', savedAt: NOW + 1, pictures: ['cloud://test/b.jpg'] })
})

it('takes what another wrote, or goes when they removed it', async () => {
  await edit(aMaterial().id)
  title('我的标题')
  cloud.script(
    'promoters.saveMaterial',
    no('CHANGED_MEANWHILE', { material: aMaterial({ title: '别人的', savedAt: NOW + 1 }) }),
    no('CHANGED_MEANWHILE', { material: null }),
    ok({ material: aMaterial() }),
  )
  await tap('保存')
  await tap('看最新的')
  expect((screen.getByLabelText('标题', { selector: 'input' }) as HTMLInputElement).value).toBe('别人的')
  title('再改')
  await tap('保存')
  await tap('另存一条')
  expect(saved()[2]).toMatchObject({ title: '再改', savedAt: null, pictures: [] })
  expect(saved()[2]?.['id']).not.toBe(aMaterial().id)
})

it('removes one after asking', async () => {
  await edit(aMaterial().id)
  cloud.script('promoters.removeMaterial', ok({ removed: true }))
  await tap('删除这条素材')
  await tap('删除', '.ui-dialog__buttons')
  expect(cloud.inputs('promoters.removeMaterial')).toEqual([{ id: aMaterial().id }])
  expect(Taro.navigateBack).toHaveBeenCalled()
})

it('says when it is gone, may not be, or can’t be read', async () => {
  await edit('mat-gone-1')
  expect(screen.getByText('这条素材已经删掉了')).toBeTruthy()
})

describe('the library', () => {
  async function open(...answered: Parameters<typeof cloud.script>[1][]) {
    cloud.script('promoters.library', ...answered)
    render(<ManagerMaterialsPage />)
    await settle()
  }
  it('lists what there is, and leads to each and to a new one', async () => {
    await open(
      ok({ materials: [aMaterial(), aMaterial({ id: 'mat-shop-1', productId: null, pictures: [] })] }),
    )
    expect(screen.getByText('拿铁 · 1 张图')).toBeTruthy()
    fireEvent.click(screen.getByText('整家店'))
    await tap('新素材')
    expect(jest.mocked(Taro.navigateTo).mock.calls.map(([to]) => to?.url)).toEqual([
      '/features/manager/pages/material-edit/index?id=mat-shop-1',
      '/features/manager/pages/material-edit/index',
    ])
  })
  it('says what is missing: nothing yet, the network, the right to see it', async () => {
    await open(no('OFFLINE'), ok({ materials: [] }), no('FORBIDDEN'))
    await tap('再试一次')
    expect(screen.getByText('还没有素材')).toBeTruthy()
    await act(async () => page.pull())
    expect(screen.getByText('这里由店主和店长设置')).toBeTruthy()
  })
  it('takes no more when it is full', async () => {
    const full = Array.from({ length: 100 }, (_, i) => aMaterial({ id: `mat-full-${i}` }))
    await open(ok({ materials: full }))
    await tap('满 100 条了，先删几条')
    expect(Taro.navigateTo).not.toHaveBeenCalled()
  })
})
