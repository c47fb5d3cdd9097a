/** @jest-environment jsdom */
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import type { Store, Way } from '@shared/catalogue/contract'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@shared/kernel/time'
import { addressUsed, useAddresses } from '@/features/addresses'
import { addLine, clearCart } from '@/features/cart'
import { chooseWay, putShop, useShop } from '@/features/catalogue'
import { putMe } from '@/features/members'
import { heardClock } from '@/platform/clock'
import { cloud, no, ok } from '../../../../../tests/builders/answers'
import {
  aCoupon,
  aDelivery,
  aMe,
  aMenu,
  anAddress,
  aPreorder,
  aQuote,
  aShop,
  aStore,
  NOW,
  STORE_ID,
} from '../../../../../tests/builders/shop-views'
import { useCheckout } from '../../checkout'
import { askSlot } from '../../slot-sheet'
import { useSlots } from '../../slots'
import CheckoutPage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))

const every: Store = {
  ...aStore,
  ways: ['pickup', 'dineIn', 'delivery', 'preorder'],
  delivery: aDelivery,
  preorder: aPreorder,
}
const quoted = () => cloud.inputs('orders.quote')
const slotOf = (slotId: string, left: number, minutes: number) => ({
  slotId,
  pointId: slotId.slice(0, 2),
  day: '20261123',
  at: Date.UTC(2026, 10, 22, 16) + minutes * MINUTE_MS,
  cutoffAt: NOW + 12 * HOUR_MS,
  left,
})
const delivered = { ...aQuote, deliveryFen: 300, payFen: 1700 }

beforeEach(() => {
  heardClock(NOW)
  cloud.forget()
  cloud.script('orders.quote', ok({ quote: aQuote }))
  cloud.script('addresses.list', ok({ addresses: [anAddress] }))
  jest.mocked(Taro.navigateTo).mockClear()
  useAddresses.setState({ addresses: null, chosenId: null, usedId: null, loading: false, failed: null })
  useSlots.setState({ storeId: '', slots: null, failed: null })
  askSlot(false)
  useCheckout.setState({ unsure: null, placing: false, trouble: null, rose: null, quoted: null, done: false })
  putShop({ shop: { ...aShop, stores: [every] }, menu: aMenu, soldOut: {} })
  putMe(aMe)
  clearCart()
  addLine({ productId: 'latte', skuId: 'latte-l', choices: [], qty: 1 })
})

const openAs = (way: Way) => {
  useShop.setState({ storeId: STORE_ID, way, table: null })
  return render(<CheckoutPage />)
}

describe('外送', () => {
  it('goes to the address that was used last, with its distance, fee and time', async () => {
    cloud.script('orders.quote', ok({ quote: delivered }))
    openAs('delivery')
    expect(await screen.findByText('学府路 18 号 3 号楼 502')).toBeTruthy()
    expect(screen.getByText('距门店 690 m · 做好后约 30 分钟送到')).toBeTruthy()
    await waitFor(() => expect(quoted()).toHaveLength(1))
    expect(quoted()[0]).toMatchObject({ way: 'delivery', addressId: 'a1', slot: null })
    expect((await screen.findByText('配送费')).parentElement?.textContent).toContain('3')
  })

  it('goes where the last one went; else to the first place that the store reaches', async () => {
    const far = { ...anAddress, id: 'far', lat: 32 }
    const other = { ...anAddress, id: 'other', detail: '5 号楼' }
    cloud.script('addresses.list', ok({ addresses: [far, anAddress, other] }))
    openAs('delivery')
    await waitFor(() => expect(quoted()).toHaveLength(1))
    expect(quoted()[0]).toMatchObject({ addressId: 'a1' })
    act(() => addressUsed('other'))
    await waitFor(() => expect(quoted().at(-1)).toMatchObject({ addressId: 'other' }))
  })

  it('shows the fee by the shop’s rule before the cloud has answered', async () => {
    cloud.script('orders.quote', new Promise(() => undefined))
    openAs('delivery')
    await screen.findByText('学府路 18 号 3 号楼 502')
    expect(screen.getByText('配送费').parentElement?.textContent).toContain('3')
    expect(screen.getByText('应付').parentElement?.textContent).toContain('17')
  })

  it('asks nothing of the cloud before it knows where to, and leads there', async () => {
    cloud.script('addresses.list', ok({ addresses: [] }))
    openAs('delivery')
    fireEvent.click(await screen.findByText('选收货地址'))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: expect.stringContaining('addresses/pages/edit') })
    expect(quoted()).toHaveLength(0)
  })

  it('says at the address that it is too far; fetching it instead is one tap', async () => {
    cloud.script('orders.quote', no('TOO_FAR', { distanceM: 4200, radiusM: 3000 }), ok({ quote: aQuote }))
    openAs('delivery')
    expect(await screen.findByText('离门店 4.2 km，超出 3.0 km 的配送范围')).toBeTruthy()
    expect(screen.getByText('换个地址')).toBeTruthy()
    fireEvent.click(screen.getByText('改自取'))
    await waitFor(() => expect(quoted()).toHaveLength(2))
    expect(quoted()[1]).toMatchObject({ way: 'pickup', addressId: null })
    expect(await screen.findByText('提交订单')).toBeTruthy()
    expect(screen.queryByText(/超出/)).toBeNull()
  })

  it('promises neither a time nor a fee where the store does not go', async () => {
    cloud.script('addresses.list', ok({ addresses: [{ ...anAddress, lat: 32 }] }))
    cloud.script('orders.quote', no('TOO_FAR', { distanceM: 4200, radiusM: 3000 }))
    openAs('delivery')
    expect((await screen.findByText('配送费')).parentElement?.textContent).toContain('超出配送范围')
    expect(screen.getByText(/^距门店/).textContent).not.toContain('送到')
  })

  it.each([
    ['an address is missing', [], '选好地址，知道配送费再用'],
    ['the store doesn’t go there', [{ ...anAddress, lat: 32 }], '地址超出配送范围，用不上'],
  ])('says of a coupon for the fee that %s, not that there is no fee', async (_why, addresses, words) => {
    const benefit = { kind: 'freeDelivery', thresholdFen: 0, capFen: 500 } as const
    putMe({ ...aMe, coupons: [{ ...aCoupon, terms: { ...aCoupon.terms, benefit } }] })
    cloud.script('addresses.list', ok({ addresses }))
    cloud.script('orders.quote', no('TOO_FAR', { distanceM: 4200, radiusM: 3000 }))
    openAs('delivery')
    expect(await screen.findByText(new RegExp(words))).toBeTruthy()
    expect(screen.queryByText(/没有配送费/)).toBeNull()
  })

  it('says at the goods how much is missing, without asking, and leads to the menu', async () => {
    clearCart()
    addLine({ productId: 'bun', skuId: 'bun', choices: [], qty: 1 })
    openAs('delivery')
    expect(await screen.findByText('满 ¥15 才能下单，还差 ¥3')).toBeTruthy()
    expect(quoted()).toHaveLength(0)
    fireEvent.click(screen.getByText('再加 ¥3'))
    expect(Taro.switchTab).toHaveBeenCalledWith({ url: expect.stringContaining('menu') })
  })

  it('says so as well when only the cloud knows of a higher minimum', async () => {
    cloud.script('orders.quote', no('BELOW_MINIMUM', { minimumFen: 2500, shortFen: 600 }))
    openAs('delivery')
    expect(await screen.findByText('满 ¥25 才能下单，还差 ¥6')).toBeTruthy()
    expect(screen.getByText('再加一点')).toBeTruthy()
  })

  it('reads the book again when the address is gone', async () => {
    cloud.script('orders.quote', no('ADDRESS_NEEDED'), ok({ quote: aQuote }))
    cloud.script(
      'addresses.list',
      ok({ addresses: [anAddress] }),
      ok({ addresses: [{ ...anAddress, id: 'a2' }] }),
    )
    openAs('delivery')
    await waitFor(() => expect(quoted()).toHaveLength(2))
    expect(quoted()[1]).toMatchObject({ addressId: 'a2' })
  })
})

describe('预订', () => {
  const both = [slotOf('d3-720', 12, 440), slotOf('d5-740', 3, 460)]

  it('lets the customer choose between points: nobody should wait at the wrong door', async () => {
    cloud.script('orders.slots', ok({ slots: both }))
    openAs('preorder')
    fireEvent.click(await screen.findByText('选取餐时间'))
    expect(quoted()).toHaveLength(0)
    expect(screen.getByText('剩 12 份')).toBeTruthy()
    fireEvent.click(screen.getByText('07:40'))
    expect(screen.getByText('明早 07:40 取餐，今晚 22:00 截单')).toBeTruthy()
    fireEvent.click(screen.getByText('确定'))
    await waitFor(() => expect(quoted()).toHaveLength(1))
    expect(quoted()[0]).toMatchObject({ way: 'preorder', slot: { day: '20261123', slotId: 'd5-740' } })
    expect(screen.getByText('5 号宿舍楼下')).toBeTruthy()
  })

  it('takes the soonest that holds the order where there is one point', async () => {
    const full = { ...slotOf('d3-700', 0, 420), pointId: 'd3' }
    cloud.script('orders.slots', ok({ slots: [full, both[0]] }))
    openAs('preorder')
    await waitFor(() => expect(quoted()).toHaveLength(1))
    expect(quoted()[0]).toMatchObject({ slot: { slotId: 'd3-720' } })
    expect(screen.getByText('明早 07:20')).toBeTruthy()
  })

  it('does not offer a slot that holds less than the order', async () => {
    addLine({ productId: 'bun', skuId: 'bun', choices: [], qty: 4 })
    cloud.script('orders.slots', ok({ slots: both }))
    openAs('preorder')
    fireEvent.click(await screen.findByText('选取餐时间'))
    const chip = screen.getByText('07:40').closest('.ui-chip')
    expect(chip?.className).toContain('ui-chip--disabled')
    fireEvent.click(chip!)
    expect(screen.getByText('请选一个时间')).toBeTruthy()
  })

  it('says that the slot filled up meanwhile, and asks what is left', async () => {
    cloud.script('orders.slots', ok({ slots: [both[0]] }), ok({ slots: [slotOf('d3-720', 0, 440)] }))
    cloud.script('orders.quote', no('SLOT_FULL', { left: 0 }))
    openAs('preorder')
    expect(await screen.findByText('刚才选的时间订满了，请换一个')).toBeTruthy()
    expect(screen.getByText('选取餐时间')).toBeTruthy()
    expect(cloud.inputs('orders.slots')).toHaveLength(2)
  })

  it('takes what ran out today, for tomorrow', async () => {
    putShop({ shop: { ...aShop, stores: [every] }, menu: aMenu, soldOut: { [STORE_ID]: ['latte-l'] } })
    cloud.script('orders.slots', ok({ slots: [both[0]] }))
    openAs('preorder')
    await waitFor(() => expect(quoted()).toHaveLength(1))
    act(() => chooseWay('pickup'))
    expect(await screen.findByText('选好的都卖完了')).toBeTruthy()
  })

  it('can’t be chosen after its cut-off, though the page still knows it', async () => {
    cloud.script('orders.slots', ok({ slots: [{ ...both[0], cutoffAt: NOW - DAY_MS }] }))
    openAs('preorder')
    expect(await screen.findByText('现在没有可以预订的时间')).toBeTruthy()
    expect(quoted()).toHaveLength(0)
  })
})
