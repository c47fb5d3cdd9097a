/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { heardClock } from '@/platform/clock'
import { cloud, no, ok } from '../../../../../tests/builders/answers'
import { aLeftOrder, aRecoveryReport } from '../../../../../tests/builders/recovery-views'
import { NOW } from '../../../../../tests/builders/shop-views'
import { page } from '../../../../../tests/builders/taro'
import { useRecovery } from '../../recovery/store'
import ManagerLeftPage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))

const settle = () => act(async () => undefined)
async function open(...answers: Parameters<typeof cloud.script>[1][]) {
  cloud.script('recovery.report', ...answers)
  render(<ManagerLeftPage />)
  await settle()
}
const card = (orderId: number) => document.querySelectorAll('.left-card')[orderId]?.textContent ?? ''

beforeEach(() => {
  heardClock(NOW)
  cloud.forget()
  useRecovery.setState({ report: null, reportFailed: null, form: null, failed: null })
  jest.clearAllMocks()
})

it('explains what would happen to whoever never set it up, and leads to the form', async () => {
  await open(ok(aRecoveryReport([], null, false)))
  expect(document.querySelectorAll('.left-page__step')).toHaveLength(3)
  fireEvent.click(screen.getByText('去设置'))
  expect(jest.mocked(Taro.navigateTo).mock.calls[0]?.[0].url).toBe('/features/manager/pages/left-edit/index')
})

it('tells both arms, the day, and the card’s own sentences', async () => {
  await open(ok(aRecoveryReport()))
  const standing = document.querySelector('.left-standing')?.textContent ?? ''
  expect(standing).toContain('已开启')
  expect(standing).toContain('12 人发了券11 人对照（不发）')
  expect(standing).toContain('看结果')
  expect(screen.getByText('数据还不够：每组还差 180 人。')).toBeTruthy()
  expect(screen.getByText('还没有没付完的单')).toBeTruthy()
})

it('compares nothing without a coupon, and says when it is off', async () => {
  await open(ok(aRecoveryReport([], { coupon: null }, false)))
  expect(screen.getByText('只提醒，不发券')).toBeTruthy()
  expect(screen.getByText('已停用')).toBeTruthy()
  expect(screen.queryByText(/数据还不够/)).toBeNull()
})

it('says of each order what was done and why, in words', async () => {
  await open(
    ok(
      aRecoveryReport([
        aLeftOrder({ bought: true }),
        aLeftOrder({
          orderId: 'o2',
          arm: null,
          given: false,
          why: ['recent', 'noCoupon', 'chance'],
          reminder: 'held',
        }),
        aLeftOrder({ orderId: 'o3', arm: 'control', given: false, why: ['chance'], reminder: 'inApp' }),
        aLeftOrder({ orderId: 'o4', given: false, reminder: null, member: '' }),
      ]),
    ),
  )
  expect(card(0)).toMatch(/阿May.*拿铁×1、鲜肉小笼×2.*31.*提醒已发发了券一周内又下单了$/)
  expect(card(1)).toMatch(
    /提醒未发送没发券没允许消息、在夜里，或这周提醒过，就不发提醒这周已经处理过这位顾客的另一单还没有选要发的券$/,
  )
  expect(card(2)).toMatch(/首页提示没发券分在对照组，只比较、不发券一周后看有没有再下单$/)
  expect(card(3)).toMatch(/^没有留名的顾客.*没安排提醒没发券券发完了，或活动已经结束/)
})

it('fails in words, is tried again, keeps what it showed when it is not fresh, and is closed to clerks', async () => {
  await open(no('OFFLINE'), ok(aRecoveryReport([aLeftOrder()])), no('OFFLINE'), no('FORBIDDEN'))
  fireEvent.click(screen.getByText('再试一次'))
  await settle()
  expect(screen.getByText('阿May')).toBeTruthy()
  await act(async () => page.pull())
  expect(screen.getByText(/下面可能不是最新的/)).toBeTruthy()
  expect(screen.getByText('阿May')).toBeTruthy()
  await act(async () => page.pull())
  expect(screen.getByText('这里由店主和店长设置')).toBeTruthy()
  expect(screen.queryByText('改设置')).toBeNull()
})
