/** @jest-environment jsdom */
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import Taro from '@tarojs/taro'
import type { Menu, Shop } from '@shared/catalogue/contract'
import { shopDay } from '@shared/kernel/time'
import { useCart } from '@/features/cart'
import { call } from '@/platform/cloud'
import { cloudNow } from '@/platform/clock'
import { openSettings, placeDenied, whereAmI } from '@/platform/location'
import { useHere } from '../../here'
import { chooseStore, useShop, wantProduct } from '../../store'
import MenuPage from './index'
import { aShop } from '../../../../../tests/builders/shop-views'

jest.mock('@/platform/cloud')
jest.mock('@/platform/location', () => ({
  whereAmI: jest.fn(async () => null),
  placeDenied: jest.fn(async () => false),
  openSettings: jest.fn(async () => false),
}))
jest.mock('../../use-two-way-scroll', () => ({
  useTwoWayScroll: () => ({
    active: 0,
    listId: 'list',
    sectionClass: 'section',
    isDrawn: () => true,
    goTo: jest.fn(),
    onScroll: jest.fn(),
  }),
}))

const store = (id: string, paused: boolean): Shop['stores'][number] => ({
  id,
  name: id,
  address: '',
  phone: '',
  lat: 0,
  lng: 0,
  hours: [{ from: 0, to: 1440 }],
  ways: ['pickup'],
  paused,
  stopped: [],
  daily: {},
  specialDays: {},
  minimumFen: 0,
  delivery: null,
  preorder: null,
  secondsPerUnit: 90,
  tables: [],
})
const shop: Shop = {
  name: '常客',
  notice: '',
  menuVersion: 1,
  stores: [store('campus', false), store('library', true)],
  packaging: [],
  templates: {},
  welcome: null,
  loyalty: aShop.loyalty,
  promoting: false,
}
const product = (id: string, name: string): Menu['products'][number] => ({
  id,
  categoryId: 'all',
  name,
  intro: '',
  picture: '',
  marks: [],
  skus: [{ id: `${id}-1`, name: '', priceFen: 1000 }],
  options: [],
  impossible: [],
})
const latte: Menu['products'][number] = {
  ...product('latte', '拿铁'),
  skus: [
    { id: 'latte-m', name: '中杯', priceFen: 1500 },
    { id: 'latte-l', name: '大杯', priceFen: 1800 },
  ],
  options: [
    {
      id: 'temp',
      name: '温度',
      max: 1,
      defaults: ['hot'],
      choices: [
        { id: 'hot', name: '热', deltaFen: 0 },
        { id: 'ice', name: '少冰', deltaFen: 0 },
      ],
    },
  ],
  impossible: [['latte-m', 'ice']],
}
const menu: Menu = {
  version: 1,
  categories: [{ id: 'all', name: '全部' }],
  products: [latte, product('bun', '肉包'), product('cake', '巴斯克')],
}
const bun = { productId: 'bun', skuId: 'bun-1', choices: [], qty: 1 }
const inCart = () => useCart.getState().lines
const classOf = (words: string) => screen.getByText(words).closest('.ui-chip')?.className

beforeEach(() => {
  useCart.setState({ lines: [], last: null })
  useHere.setState({ place: null, denied: false })
  jest.mocked(whereAmI).mockResolvedValue(null)
  jest.mocked(placeDenied).mockResolvedValue(false)
  useShop.setState({
    shop,
    menu,
    soldOut: { campus: ['cake-1'] },
    storeId: 'campus',
    way: 'pickup',
    failure: null,
  })
})
afterEach(cleanup)

it('puts the chosen drink into the cart, with what can’t be had together greyed', () => {
  render(<MenuPage />)
  fireEvent.click(screen.getByText('选规格'))
  expect(classOf('少冰')).toContain('ui-chip--disabled')
  fireEvent.click(screen.getByText('大杯'))
  expect(classOf('少冰')).not.toContain('ui-chip--disabled')
  fireEvent.click(screen.getByText('少冰'))
  expect(classOf('中杯')).toContain('ui-chip--disabled')
  expect(screen.getByText('大杯 / 少冰')).toBeTruthy()
  fireEvent.click(screen.getByText('加入购物车'))
  expect(inCart()).toEqual([{ productId: 'latte', skuId: 'latte-l', choices: ['ice'], qty: 1 }])
  expect(screen.queryByText('加入购物车')).toBeNull()
})

it('counts a plain product on its card, up and down, and offers nothing of what is sold out', () => {
  const { container } = render(<MenuPage />)
  const cards = container.querySelectorAll<HTMLElement>('.product-card')
  const bun = within(cards[1]!)
  fireEvent.click(bun.getByLabelText('加一份'))
  fireEvent.click(bun.getByLabelText('加一份'))
  fireEvent.click(bun.getByLabelText('减一份'))
  expect(inCart()).toEqual([{ productId: 'bun', skuId: 'bun-1', choices: [], qty: 1 }])
  fireEvent.click(bun.getByLabelText('减一份'))
  expect(inCart()).toEqual([])
  expect(within(cards[2]!).getByText('今日售罄')).toBeTruthy()
  expect(within(cards[2]!).queryByLabelText('加一份')).toBeNull()
})

it('empties the cart only after asking', () => {
  useCart.setState({ lines: [{ ...bun, qty: 2 }] })
  render(<MenuPage />)
  fireEvent.click(screen.getByLabelText('购物车，2 件'))
  fireEvent.click(screen.getByText('清空'))
  fireEvent.click(screen.getByText('再想想'))
  expect(inCart()).toHaveLength(1)
  fireEvent.click(screen.getByText('清空'))
  fireEvent.click(screen.getAllByText('清空').at(-1)!)
  expect(inCart()).toEqual([])
})

it('says that something is gone today, and not of what is ordered ahead', () => {
  render(<MenuPage />)
  expect(screen.getAllByText('今日售罄')).toHaveLength(1)
  act(() => useShop.setState({ way: 'preorder' }))
  expect(screen.queryByText('今日售罄')).toBeNull()
})

it('drops what the menu no longer offers', () => {
  useCart.setState({ lines: [{ ...bun, productId: 'old' }, bun] })
  render(<MenuPage />)
  expect(inCart()).toEqual([bun])
})

it('takes the cart along to another store, and says what that one can’t make before and after', () => {
  useShop.setState({ soldOut: { library: ['bun-1'] } })
  useCart.setState({ lines: [bun, { ...bun, productId: 'cake', skuId: 'cake-1', qty: 2 }] })
  const { container } = render(<MenuPage />)
  const bar = () => container.querySelector('.cart-bar')?.textContent
  fireEvent.click(screen.getByLabelText('当前门店campus，点按切换'))
  expect(screen.getByText('做不了肉包，会替你放在一边')).toBeTruthy()
  fireEvent.click(screen.getByText('library'))
  expect(bar()).toContain('肉包 现在做不了，先放一边')
  fireEvent.click(screen.getByLabelText('购物车，2 件'))
  expect(screen.getByText('library现在做不了，没有算进来')).toBeTruthy()
  expect(inCart()).toHaveLength(2)
  act(() => chooseStore('campus'))
  expect(bar()).not.toContain('先放一边')
  expect(screen.getByLabelText('购物车，3 件')).toBeTruthy()
})

it('offers the ways that the store has, and says what a delivery asks', () => {
  const delivery = {
    radiusM: 3000,
    minimumFen: 1500,
    bands: [{ toM: 3000, feeFen: 300 }],
    freeFromFen: 4000,
    minutes: 30,
  }
  const both = { ...store('campus', false), ways: ['pickup' as const, 'delivery' as const], delivery }
  useShop.setState({ shop: { ...shop, stores: [both] } })
  useCart.setState({ lines: [bun] })
  render(<MenuPage />)
  expect(screen.queryByText('堂食')).toBeNull()
  fireEvent.click(screen.getByText('外送'))
  expect(screen.getByText('起送 ¥15 · 配送费 ¥3 · 满 ¥40 免配送费 · 约 30 分钟')).toBeTruthy()
  expect(screen.getByText('差 ¥5 起送').className).toContain('ui-button--disabled')
  act(() => useCart.setState({ lines: [{ ...bun, qty: 2 }] }))
  expect(screen.getByText('去结算')).toBeTruthy()
})

it('says so when another store has not the way that was chosen', () => {
  const delivery = { radiusM: 3000, minimumFen: 0, bands: [], freeFromFen: null, minutes: 30 }
  const delivers = { ...store('campus', false), ways: ['pickup' as const, 'delivery' as const], delivery }
  useShop.setState({ shop: { ...shop, stores: [delivers, store('library', false)] }, way: 'delivery' })
  render(<MenuPage />)
  fireEvent.click(screen.getByLabelText('当前门店campus，点按切换'))
  fireEvent.click(screen.getByText('library'))
  expect(useShop.getState().way).toBe('pickup')
  expect(Taro.showToast).toHaveBeenCalledWith(
    expect.objectContaining({ title: 'library没有外送，已换成自取' }),
  )
})

it('shows today’s own hours', () => {
  const today = shopDay(cloudNow())
  const special = {
    ...store('campus', false),
    specialDays: { [today]: { hours: [{ from: 0, to: 1440 }], note: '校庆通宵' } },
  }
  useShop.setState({ shop: { ...shop, stores: [special] } })
  render(<MenuPage />)
  expect(screen.getByText('今天 全天营业 · 校庆通宵')).toBeTruthy()
})

it('works without the place, and leads to the settings where it was refused for good', async () => {
  jest.mocked(whereAmI).mockResolvedValue(null)
  jest.mocked(placeDenied).mockResolvedValue(true)
  jest.mocked(openSettings).mockResolvedValue(true)
  render(<MenuPage />)
  fireEvent.click(screen.getByLabelText('当前门店campus，点按切换'))
  const settings = await screen.findByText('去设置打开')
  jest.mocked(whereAmI).mockResolvedValue({ lat: 0, lng: 0.01 })
  fireEvent.click(settings)
  expect(openSettings).toHaveBeenCalledTimes(1)
  expect((await screen.findAllByText('1.1 km')).length).toBe(2)
  expect(screen.queryByText('去设置打开')).toBeNull()
})

it('shows the menu of a paused store, and takes no order there', () => {
  useCart.setState({ lines: [bun] })
  useShop.setState({ storeId: 'library' })
  const { container } = render(<MenuPage />)
  expect(container.querySelector('.store-head__today--closed')?.textContent).toContain('暂时不接新单')
  expect(screen.queryByText('去结算')).toBeNull()
  expect(screen.getByText('暂停接单').className).toContain('ui-button--disabled')
})

it('opens the sheet of a product that another page asked for, once', () => {
  render(<MenuPage />)
  act(() => wantProduct('latte'))
  expect(screen.getByText('加入购物车')).toBeTruthy()
  expect(useShop.getState().wanted).toBeNull()
  expect(jest.mocked(call)).not.toHaveBeenCalled()
})
