/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { putShop } from '@/features/catalogue'
import { cloud, no, ok } from '../../../../../tests/builders/answers'
import { aDelivery, aMenu, anAddress, aShop, aStore } from '../../../../../tests/builders/shop-views'
import { page } from '../../../../../tests/builders/taro'
import { currentAddress, useAddresses } from '../../store'
import AddressListPage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))

const near = anAddress
const far = { ...anAddress, id: 'a2', detail: '很远的地方', lat: 31.1 }
const openPage = async (pick: boolean) => {
  page.params = pick ? { pick: '1' } : {}
  render(<AddressListPage />)
  await act(async () => undefined)
}

beforeEach(() => {
  cloud.forget()
  jest.mocked(Taro.navigateBack).mockClear()
  jest.mocked(Taro.navigateTo).mockClear()
  useAddresses.setState({ addresses: null, chosenId: null, usedId: null, loading: false, failed: null })
  putShop({ shop: { ...aShop, stores: [{ ...aStore, delivery: aDelivery }] }, menu: aMenu, soldOut: {} })
})

it('picks an address that the store reaches, and says of the others how far they are', async () => {
  cloud.script('addresses.list', ok({ addresses: [far, near] }))
  await openPage(true)
  fireEvent.click(screen.getByText('学府路 18 号 很远的地方'))
  expect(Taro.navigateBack).not.toHaveBeenCalled()
  expect(screen.getByText('离愚园路店 11.1 km，超出配送范围')).toBeTruthy()
  fireEvent.click(screen.getByText('学府路 18 号 3 号楼 502'))
  expect(currentAddress(useAddresses.getState(), null)?.id).toBe('a1')
  expect(Taro.navigateBack).toHaveBeenCalledTimes(1)
})

it('edits by itself, and says nothing of distances', async () => {
  cloud.script('addresses.list', ok({ addresses: [far] }))
  await openPage(false)
  expect(screen.queryByText(/超出配送范围/)).toBeNull()
  fireEvent.click(screen.getByText('学府路 18 号 很远的地方'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: expect.stringMatching(/edit\/index\?back=1&id=a2$/) })
})

it('is empty, or could not be had, and offers what to do', async () => {
  cloud.script('addresses.list', no('OFFLINE'), ok({ addresses: [] }))
  await openPage(false)
  fireEvent.click(screen.getByText('再试一次'))
  await act(async () => undefined)
  fireEvent.click(screen.getByText('新增地址'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: expect.stringMatching(/edit\/index\?back=1$/) })
})
