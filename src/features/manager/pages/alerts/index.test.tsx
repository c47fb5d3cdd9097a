/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import type { Alert } from '@shared/manager/office-contract'
import { openHome } from '@/features/home'
import { heardClock } from '@/platform/clock'
import { cloud, no, ok } from '../../../../../tests/builders/answers'
import { aMe, aMenu, aShop, NOW, STORE_ID } from '../../../../../tests/builders/shop-views'
import { page } from '../../../../../tests/builders/taro'
import { useAlerts } from '../../office/alerts'
import ManagerAlertsPage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))

const settle = () => act(() => Promise.resolve())
const anAlert = (over: Partial<Alert> = {}): Alert => ({
  id: '20261121:o1:amount',
  day: '20261121',
  orderId: 'o1',
  pickupCode: 'A012',
  kind: 'amount',
  hereFen: 1900,
  thereFen: 1800,
  handled: false,
  ...over,
})
beforeEach(async () => {
  heardClock(NOW)
  cloud.forget()
  useAlerts.setState({ storeId: '', alerts: null, failed: null })
  page.params = { storeId: STORE_ID }
  cloud.script('home.open', ok({ shop: aShop, menu: aMenu, soldOut: {}, me: aMe, last: null }))
  await act(() => openHome())
})
async function openPage() {
  render(<ManagerAlertsPage />)
  await settle()
}

it('says what differs, by how much, and what was done by itself', async () => {
  const booked = anAlert({ id: 'b', orderId: 'o2', kind: 'notHere', hereFen: 0, handled: true })
  const byHand = anAlert({ id: 'c', orderId: 'o3', kind: 'refund', hereFen: 0, thereFen: null })
  cloud.script('manager.alerts', ok({ alerts: [anAlert(), booked, byHand] }))
  await openPage()
  expect(screen.getByText('实付金额和订单金额不一样，请到商户平台核对')).toBeTruthy()
  expect(screen.getByText('这边 ¥19')).toBeTruthy()
  expect(screen.getAllByText('微信 ¥18')).toHaveLength(2)
  expect(screen.getByText('微信 金额不明')).toBeTruthy()
  expect(screen.getAllByText('系统已经自动补记或退回，核对一下就好')).toHaveLength(1)
  expect(screen.getAllByText('2026-11-21 的订单')).toHaveLength(3)
})

it('is put away after a question, and says so when the books agree', async () => {
  cloud.script('manager.alerts', ok({ alerts: [anAlert()] }))
  cloud.script('manager.putAwayAlert', ok({ alerts: [] }))
  await openPage()
  fireEvent.click(screen.getByText('已处理'))
  expect(cloud.inputs('manager.putAwayAlert')).toEqual([])
  fireEvent.click(screen.getByText('处理好了'))
  await settle()
  expect(cloud.inputs('manager.putAwayAlert')).toEqual([{ storeId: STORE_ID, alertId: '20261121:o1:amount' }])
  expect(screen.getByText('账都对得上')).toBeTruthy()
})

it('can be asked again when it failed, and sends a clerk away', async () => {
  cloud.script('manager.alerts', no('BUSY'), no('FORBIDDEN'))
  await openPage()
  fireEvent.click(screen.getByText('再试一次'))
  await settle()
  expect(screen.getByText('这里由店主和店长设置')).toBeTruthy()
})
