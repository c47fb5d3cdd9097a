/** @jest-environment jsdom */
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import type { Menu } from '@shared/catalogue/contract'
import Taro from '@tarojs/taro'
import { putShop } from '@/features/catalogue'
import { putMe } from '@/features/members'
import { heardClock } from '@/platform/clock'
import { cloud, later, no, ok } from '../../../../../tests/builders/answers'
import { aBun, aLatte, aMe, aShop, NOW, STORE_ID } from '../../../../../tests/builders/shop-views'
import { page } from '../../../../../tests/builders/taro'
import { useStock } from '../../stock/store'
import ManagerStockPage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))

const [medium, large] = [
  { id: 'latte-m', name: '中杯', priceFen: 1600 },
  { id: 'latte-l', name: '大杯', priceFen: 1900 },
] as const
const latte = { ...aLatte, skus: [medium, large] }
const menu: Menu = {
  version: 1,
  categories: [
    { id: 'coffee', name: '咖啡' },
    { id: 'breakfast', name: '早餐' },
    { id: 'empty', name: '空的' },
  ],
  products: [latte, { ...aBun, categoryId: 'breakfast' }],
}
const bun = { skuId: 'bun', soldOut: null, daily: 30, today: { supply: 30, left: 17, held: 1, sold: 12 } }
const heard = (skus: readonly object[] = [bun], role = 'owner', menuVersion = 1) =>
  ok({ storeId: STORE_ID, role, day: '20261122', menuVersion, skus })
const toasts = () => jest.mocked(Taro.showToast).mock.calls.map(([shown]) => shown?.title)
const flush = () => act(async () => undefined)

beforeEach(() => {
  heardClock(NOW)
  window.localStorage.clear()
  cloud.forget()
  useStock.setState({ storeId: '', role: null, skus: {}, failed: null, busy: {} })
  putMe(aMe)
  putShop({ shop: aShop, menu, soldOut: {} })
  jest.mocked(Taro.showToast).mockClear()
})

async function openPage(answer = heard()) {
  cloud.script('stores.stock', answer)
  const view = render(<ManagerStockPage />)
  await flush()
  return view
}
const products = () => Array.from(document.querySelectorAll('.stock-row__name')).map((n) => n.textContent)
const onSale = (of: string) => screen.getByLabelText(`${of} 在售`)
const category = (name: string) => within(document.querySelector<HTMLElement>('.stock-rail')!).getByText(name)

it('shows a category at a time, what is counted beside its size', async () => {
  await openPage()
  expect(products()).toEqual(['拿铁'])
  expect(screen.queryByText('空的')).toBeNull()
  fireEvent.click(category('早餐'))
  expect(products()).toEqual(['鲜肉小笼'])
  expect(screen.getByText('今天还剩 17')).toBeTruthy()
})

it('switches a size off at one tap, at once, and does not wait for the cloud', async () => {
  const answer = later()
  await openPage()
  cloud.script('stores.setSoldOut', answer.promise)
  fireEvent.click(onSale(`拿铁${large.name}`))
  expect(screen.getByLabelText(`拿铁${large.name} 今日估清`)).toBeTruthy()
  expect(screen.getByText('1 卖不了')).toBeTruthy()
  // a second tap while it is on its way does nothing
  fireEvent.click(screen.getByLabelText(`拿铁${large.name} 今日估清`))
  expect(cloud.inputs('stores.setSoldOut')).toEqual([
    { storeId: STORE_ID, skuId: large.id, soldOut: 'today' },
  ])
  answer.answer(ok({ sku: { skuId: large.id, soldOut: 'today', daily: null, today: null } }))
  await flush()
  expect(screen.getByLabelText(`拿铁${large.name} 今日估清`)).toBeTruthy()
  expect(onSale(`拿铁${medium.name}`)).toBeTruthy()
  expect(toasts()).toEqual([])
})

it('takes it back when the cloud says no, and says why', async () => {
  await openPage()
  cloud.script('stores.setSoldOut', no('SKU_NOT_FOUND'))
  fireEvent.click(onSale(`拿铁${large.name}`))
  await flush()
  expect(onSale(`拿铁${large.name}`)).toBeTruthy()
  expect(toasts()).toEqual(['菜单里没有这个规格了，请下拉刷新'])
})

it('finds by name, by what is off and by what is counted, in the whole menu', async () => {
  await openPage(heard([bun, { skuId: medium.id, soldOut: 'lasting', daily: null, today: null }]))
  fireEvent.change(screen.getByLabelText('搜商品名'), { target: { value: '小笼' } })
  expect(products()).toEqual(['鲜肉小笼'])
  expect(document.querySelector('.stock-rail')).toBeNull()
  fireEvent.change(screen.getByLabelText('搜商品名'), { target: { value: '豆浆' } })
  expect(screen.getByText('没有找到「豆浆」')).toBeTruthy()
  fireEvent.click(screen.getByLabelText('清除'))
  fireEvent.click(screen.getByText('卖不了'))
  expect(products()).toEqual(['拿铁'])
  expect(screen.queryByText(large.name)).toBeNull()
  fireEvent.click(screen.getByText('限量 1'))
  expect(products()).toEqual(['鲜肉小笼'])
})

describe('how many there are', () => {
  const openSheet = () => fireEvent.click(screen.getByLabelText(/^鲜肉小笼.* 数量$/))
  const figure = (label: string) => screen.getByLabelText<HTMLInputElement>(label, { selector: 'input' })
  const type = (label: string, value: string) => fireEvent.change(figure(label), { target: { value } })
  const save = async () => {
    fireEvent.click(screen.getByText('保存'))
    await flush()
  }

  beforeEach(async () => {
    await openPage()
    fireEvent.click(category('早餐'))
    openSheet()
  })

  it('left today is set by steps, by presets and by typing, and sent once', async () => {
    cloud.script(
      'stores.setStock',
      ok({ sku: { ...bun, today: { supply: 15, left: 2, held: 1, sold: 12 } } }),
    )
    expect(figure('今天还剩').value).toBe('17')
    fireEvent.click(screen.getByText('−1'))
    expect(figure('今天还剩').value).toBe('16')
    fireEvent.click(screen.getByText('卖完了'))
    expect(figure('今天还剩').value).toBe('0')
    type('今天还剩', '2')
    expect(screen.getByText(/今天已卖 12 份，待付款 1 份/)).toBeTruthy()
    await save()
    expect(cloud.inputs('stores.setStock')).toEqual([{ storeId: STORE_ID, skuId: 'bun', left: 2 }])
    expect(cloud.inputs('stores.setDaily')).toEqual([])
    expect(screen.getByText('今天还剩 2')).toBeTruthy()
    expect(toasts()).toEqual(['已保存'])
  })

  it('every day is another call, before today’s', async () => {
    cloud.script('stores.setDaily', ok({ sku: { ...bun, daily: 40 } }))
    type('每天备', '40')
    expect(screen.getByText('改动从明天开始；今天的在下面改')).toBeTruthy()
    await save()
    expect(cloud.inputs('stores.setDaily')).toEqual([{ storeId: STORE_ID, skuId: 'bun', units: 40 }])
    expect(cloud.inputs('stores.setStock')).toEqual([])
  })

  it('no longer counted', async () => {
    cloud.script('stores.setDaily', ok({ sku: { ...bun, daily: null, today: null } }))
    fireEvent.click(screen.getByLabelText('每天限量'))
    expect(screen.queryByText('今天还剩', { exact: true })).toBeNull()
    await save()
    expect(cloud.inputs('stores.setDaily')).toEqual([{ storeId: STORE_ID, skuId: 'bun', units: null }])
    expect(screen.getByText('不限量')).toBeTruthy()
  })

  it.each([
    ['每天备', '0', '每天的份数要填 1–9999 之间的整数'],
    ['每天备', '', '每天的份数要填 1–9999 之间的整数'],
    ['今天还剩', '1.5', '剩下的份数要填 0–9999 之间的整数'],
    ['今天还剩', '10000', '剩下的份数要填 0–9999 之间的整数'],
  ])('names what is wrong with %s of "%s", and sends nothing', async (label, value, sentence) => {
    type(label, value)
    expect(screen.getByText(sentence)).toBeTruthy()
    await save()
    expect(cloud.asked.map((a) => a.action)).toEqual(['stores.stock'])
  })

  it('stays open with the reason when the cloud says no', async () => {
    cloud.script('stores.setStock', no('NOT_COUNTED'))
    type('今天还剩', '3')
    await save()
    expect(toasts()).toEqual(['这个规格现在不限量，先设每天的份数'])
    expect(figure('今天还剩').value).toBe('3')
  })
})

describe('长期停售', () => {
  const openSheetOf = async (soldOut: 'today' | 'lasting' | null) => {
    await openPage(heard([bun, { skuId: large.id, soldOut, daily: null, today: null }]))
    fireEvent.click(screen.getByLabelText(`拿铁${large.name} 数量`))
  }
  const flip = () => fireEvent.click(screen.getByLabelText('长期停售'))
  const save = async () => {
    fireEvent.click(screen.getByText('保存'))
    await flush()
  }

  it.each([
    ['today', 'lasting'],
    ['lasting', null],
  ] as const)('is set and ended in the sheet (%s → %s)', async (before, after) => {
    await openSheetOf(before)
    const sku = { skuId: large.id, soldOut: after, daily: null, today: null }
    cloud.script('stores.setSoldOut', ok({ sku }))
    flip()
    await save()
    expect(cloud.inputs('stores.setSoldOut')).toEqual([
      { storeId: STORE_ID, skuId: large.id, soldOut: after },
    ])
    expect(cloud.inputs('stores.setDaily')).toEqual([])
    const words = after === null ? '在售' : '长期停售'
    expect(screen.getByLabelText(`拿铁${large.name} ${words}`)).toBeTruthy()
  })

  it('leaves today’s switch alone when nothing was said of it', async () => {
    await openSheetOf('today')
    await save()
    expect(cloud.inputs('stores.setSoldOut')).toEqual([])
  })

  it('keeps the sheet open with the reason when the cloud says no', async () => {
    await openSheetOf(null)
    cloud.script('stores.setSoldOut', no('SKU_NOT_FOUND'))
    flip()
    await save()
    expect(toasts()).toEqual(['菜单里没有这个规格了，请下拉刷新'])
    expect(screen.getByText('保存')).toBeTruthy()
  })
})

it('leaves what is made each day to owner and managers', async () => {
  await openPage(heard([bun], 'clerk'))
  fireEvent.click(screen.getByLabelText(`拿铁${large.name} 数量`))
  expect(screen.queryByLabelText('每天限量')).toBeNull()
  expect(screen.getByText(/这个规格不限量/)).toBeTruthy()
  fireEvent.click(screen.getByLabelText('关闭'))
  fireEvent.click(category('早餐'))
  fireEvent.click(screen.getByLabelText(/^鲜肉小笼.* 数量$/))
  expect(screen.queryByLabelText('每天限量')).toBeNull()
  expect(screen.getByLabelText('今天还剩')).toBeTruthy()
})

it('asks for the menu when the store has a newer one', async () => {
  cloud.script(
    'catalogue.menu',
    ok({
      shop: { ...aShop, menuVersion: 2 },
      menu: { ...menu, version: 2, products: [latte] },
      soldOut: {},
    }),
  )
  await openPage(heard([bun], 'owner', 2))
  expect(cloud.inputs('catalogue.menu')).toEqual([{ known: 1 }])
  expect(screen.queryByText('早餐')).toBeNull()
})

it('waits, fails with a reason, and tries again', async () => {
  const first = later()
  cloud.script('stores.stock', first.promise)
  render(<ManagerStockPage />)
  expect(screen.getByLabelText('正在加载')).toBeTruthy()
  first.answer(no('OFFLINE'))
  await flush()
  expect(screen.getByText('网络好像断了，请检查后再试')).toBeTruthy()
  cloud.script('stores.stock', heard())
  fireEvent.click(screen.getByText('再试一次'))
  await flush()
  expect(products()).toEqual(['拿铁'])
  cloud.script('stores.stock', heard([{ ...bun, today: { ...bun.today, left: 0 } }]))
  act(() => page.pull())
  await flush()
  expect(screen.getByText('1 卖不了')).toBeTruthy()
})

it('is closed to who does not work here', async () => {
  await openPage(no('FORBIDDEN'))
  expect(screen.getByText('这里是店员的工作台')).toBeTruthy()
})
