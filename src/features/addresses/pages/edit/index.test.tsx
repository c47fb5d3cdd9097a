/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { chooseAddress, chooseLocation } from '@/platform/choose'
import { openSettings } from '@/platform/location'
import { cloud, no, ok } from '../../../../../tests/builders/answers'
import { anAddress } from '../../../../../tests/builders/shop-views'
import { page } from '../../../../../tests/builders/taro'
import { currentAddress, useAddresses } from '../../store'
import AddressEditPage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))
jest.mock('@/platform/choose', () => ({ chooseAddress: jest.fn(), chooseLocation: jest.fn() }))
jest.mock('@/platform/location', () => ({ openSettings: jest.fn(async () => true) }))

const SCHOOL = { kind: 'chosen', name: '学府公寓', address: '学府路 18 号', lat: 31, lng: 121 } as const
const settle = () => act(async () => undefined)
const tap = async (words: string | RegExp) => {
  fireEvent.click(screen.getByText(words))
  await settle()
}
const type = (placeholder: string, value: string) =>
  fireEvent.change(screen.getByPlaceholderText(placeholder), { target: { value } })
const saved = () => cloud.inputs('addresses.save')

beforeEach(() => {
  cloud.forget()
  jest.mocked(Taro.navigateBack).mockClear()
  cloud.script('addresses.list', ok({ addresses: [anAddress] }))
  cloud.script('addresses.save', ok({ addresses: [anAddress], id: 'a1' }))
  useAddresses.setState({ addresses: null, chosenId: null, usedId: null, loading: false, failed: null })
})

const openPage = async (params: Record<string, string>) => {
  page.params = params
  render(<AddressEditPage />)
  await settle()
}

it('keeps a new address with a point of the map, picks it, and goes back as far as asked', async () => {
  jest.mocked(chooseLocation).mockResolvedValue(SCHOOL)
  await openPage({ back: '2' })
  await tap('在地图上选')
  type('楼号、楼层、房间', ' 3 号楼 502 ')
  type('怎么称呼', '林小满')
  type('骑手联系用', '138 0000 0001')
  await tap('保存')
  expect(saved()).toEqual([
    {
      id: null,
      name: '林小满',
      phone: '138 0000 0001',
      address: '学府路 18 号 学府公寓',
      detail: '3 号楼 502',
      lat: 31,
      lng: 121,
    },
  ])
  expect(currentAddress(useAddresses.getState(), null)?.id).toBe('a1')
  expect(Taro.navigateBack).toHaveBeenCalledWith({ delta: 2 })
})

it('says what is wrong at its field, the phone’s own look and the cloud’s', async () => {
  jest.mocked(chooseLocation).mockResolvedValue(SCHOOL)
  cloud.script('addresses.save', no('TEXT_REJECTED'), no('TOO_MANY_ADDRESSES'))
  await openPage({})
  await tap('保存')
  expect(screen.getByText('请填写收货人')).toBeTruthy()
  type('怎么称呼', '林')
  type('骑手联系用', '12')
  await tap('保存')
  expect(screen.getByText('电话号码不对，请检查一下')).toBeTruthy()
  type('骑手联系用', '13800000001')
  await tap('保存')
  expect(screen.getByText('请在地图上选一下位置')).toBeTruthy()
  expect(saved()).toHaveLength(0)
  await tap('在地图上选')
  await tap('保存')
  expect(screen.getByText('地址里有不合适的内容，请改一改')).toBeTruthy()
  await tap('保存')
  expect(screen.getByText('最多存 20 个地址，请先删掉不用的')).toBeTruthy()
  expect(Taro.navigateBack).not.toHaveBeenCalled()
})

it('takes one of WeChat’s addresses, and asks for the point that WeChat does not know', async () => {
  jest.mocked(chooseAddress).mockResolvedValue({
    kind: 'chosen',
    name: '林小满',
    phone: '13800000001',
    region: '浙江省杭州市西湖区',
    detail: '学府路 18 号 3 号楼 502',
  })
  await openPage({})
  await tap('从微信地址导入')
  expect(screen.getByDisplayValue('学府路 18 号 3 号楼 502')).toBeTruthy()
  expect(screen.getByDisplayValue('林小满')).toBeTruthy()
  expect(screen.getByText('再在地图上点一下，才算得出配送距离')).toBeTruthy()
})

it('leads to WeChat’s settings who has refused the map for good', async () => {
  jest.mocked(chooseLocation).mockResolvedValue({ kind: 'refused', forGood: true })
  await openPage({})
  await tap('在地图上选')
  await tap('没有位置权限，点这里去设置打开')
  expect(openSettings).toHaveBeenCalledTimes(1)
  expect(screen.queryByText('没有位置权限，点这里去设置打开')).toBeNull()
})

it('changes one, and removes it only after asking', async () => {
  cloud.script('addresses.remove', ok({ addresses: [] }))
  await openPage({ id: 'a1', back: '1' })
  expect(screen.getByDisplayValue('3 号楼 502')).toBeTruthy()
  type('楼号、楼层、房间', '4 号楼')
  await tap('保存')
  expect(saved()[0]).toMatchObject({ id: 'a1', detail: '4 号楼', lat: 31.006 })
  await tap('删除这个地址')
  expect(cloud.inputs('addresses.remove')).toHaveLength(0)
  await tap('删除')
  expect(cloud.inputs('addresses.remove')).toEqual([{ id: 'a1' }])
  expect(useAddresses.getState().addresses).toEqual([])
})

it('says that an address is gone, and that the book could not be had', async () => {
  await openPage({ id: 'other' })
  expect(screen.getByText('这个地址已经删掉了')).toBeTruthy()
})
