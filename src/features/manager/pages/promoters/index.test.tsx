/** @jest-environment jsdom */
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { heardClock } from '@/platform/clock'
import { keepFile } from '@/platform/file'
import { cloud, later, no, ok } from '../../../../../tests/builders/answers'
import { aPromoter, anAccepted } from '../../../../../tests/builders/promoter-views'
import { NOW } from '../../../../../tests/builders/shop-views'
import { page } from '../../../../../tests/builders/taro'
import { usePromoters } from '../../promoters/store'
import ManagerPromotersPage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))
jest.mock('@/platform/file', () => ({ keepFile: jest.fn(), canSendFile: false, sendFile: jest.fn() }))

const settle = () => act(async () => undefined)
const toasts = () => jest.mocked(Taro.showToast).mock.calls.map(([shown]) => shown?.title)
const list = (promoters: readonly object[], more = false, isOwner = true) => ok({ promoters, more, isOwner })
const tap = async (words: string, within_ = '.ui-page') => {
  const area = within(document.querySelector<HTMLElement>(within_)!)
  fireEvent.click(area.getByText(words))
  await settle()
}
async function open(...answers: Parameters<typeof cloud.script>[1][]) {
  cloud.script('promoters.list', ...answers)
  render(<ManagerPromotersPage />)
  await settle()
}

beforeEach(() => {
  heardClock(NOW)
  cloud.forget()
  usePromoters.setState({ lists: {}, isOwner: false })
  jest.clearAllMocks()
  jest.mocked(keepFile).mockImplementation((name) => name)
})

describe('lists', () => {
  it('opens on who applied, counts what it knows, and reads another list when it is looked at', async () => {
    await open(list([aPromoter()]), list([anAccepted], true))
    expect(cloud.inputs('promoters.list')).toEqual([{ state: 'applied', before: null }])
    expect(screen.getByText('待审核 1')).toBeTruthy()
    expect(screen.getByText('住三号楼')).toBeTruthy()
    await tap('推客', '.ui-segments')
    expect(screen.getByText('推客 1+')).toBeTruthy()
    expect(screen.getByText('¥20')).toBeTruthy()
    expect(screen.queryByText('欠款')).toBeNull()
    await tap('待审核 1')
    expect(cloud.inputs('promoters.list')).toHaveLength(2)
  })

  it('reads on behind the last one, and once more from the start when it is pulled', async () => {
    const second = aPromoter({ memberId: 'mother', name: '阿文', changedAt: NOW - 5 })
    await open(list([aPromoter()], true), list([second]), list([second]))
    await act(async () => page.reachBottom())
    expect(cloud.inputs('promoters.list')[1]).toEqual({ state: 'applied', before: NOW })
    expect(screen.getByText('林子')).toBeTruthy()
    expect(screen.getByText('阿文')).toBeTruthy()
    await act(async () => page.pull())
    expect(screen.queryByText('林子')).toBeNull()
  })

  it('says what is empty, what failed, and that it is not fresh', async () => {
    await open(no('OFFLINE'), list([]), no('OFFLINE'))
    expect(screen.getByText('网络好像断了，请检查后再试')).toBeTruthy()
    await tap('再试一次')
    expect(screen.getByText('没有等你审核的申请')).toBeTruthy()
    await act(async () => page.pull())
    expect(screen.getByText(/下面可能不是最新的/)).toBeTruthy()
  })

  it('shows a manager no way to the money, and a clerk nothing', async () => {
    await open(list([], false, false))
    expect(screen.queryByText('提现')).toBeNull()
    expect(screen.getByText('推客计划')).toBeTruthy()
    cloud.script('promoters.list', no('FORBIDDEN'))
    await act(async () => page.pull())
    expect(screen.getByText('这里由店主和店长设置')).toBeTruthy()
  })
})

describe('deciding', () => {
  it('accepts after asking, and the person leaves the list', async () => {
    await open(list([aPromoter()]))
    cloud.script('promoters.decide', ok({ promoter: anAccepted }))
    await tap('通过')
    expect(cloud.inputs('promoters.decide')).toEqual([])
    await tap('通过', '.ui-dialog__buttons')
    expect(cloud.inputs('promoters.decide')).toEqual([
      { memberId: aPromoter().memberId, from: 'applied', to: 'accepted', reason: '' },
    ])
    expect(toasts()).toEqual(['已通过'])
    expect(screen.getByText('没有等你审核的申请')).toBeTruthy()
  })

  it('declines with a reason that the person reads', async () => {
    await open(list([aPromoter()]))
    cloud.script('promoters.decide', ok({ promoter: aPromoter({ state: 'declined' }) }))
    await tap('不通过')
    await tap('不通过', '.ui-sheet__foot')
    expect(cloud.inputs('promoters.decide')).toEqual([])
    await tap('名额满了，下次再来')
    await tap('不通过', '.ui-sheet__foot')
    expect(cloud.inputs('promoters.decide')[0]).toMatchObject({
      to: 'declined',
      reason: '名额满了，下次再来',
    })
  })

  it('names what stays on the books before a ban', async () => {
    await open(list([]), list([anAccepted]))
    await tap('推客', '.ui-segments')
    await tap('停用')
    expect(screen.getByText('账上的钱还是对方的：待结算 ¥1.5、可提现 ¥20。')).toBeTruthy()
    cloud.script('promoters.decide', ok({ promoter: { ...anAccepted, state: 'banned', reason: '刷单' } }))
    fireEvent.change(screen.getByPlaceholderText('或者自己写一句'), { target: { value: ' 刷单 ' } })
    await tap('停用', '.ui-sheet__foot')
    expect(cloud.inputs('promoters.decide')[0]).toMatchObject({
      from: 'accepted',
      to: 'banned',
      reason: '刷单',
    })
    expect(screen.getByText('还没有推客')).toBeTruthy()
  })

  it('lifts a ban, and withdraws an invitation', async () => {
    const banned = aPromoter({ state: 'banned', reason: '刷单' })
    await open(list([]), list([banned]), list([aPromoter({ state: 'invited', name: '' })]))
    await tap('已停用', '.ui-segments')
    expect(screen.getByText('理由：刷单')).toBeTruthy()
    cloud.script('promoters.decide', ok({ promoter: anAccepted }), ok({ promoter: aPromoter() }))
    await tap('恢复')
    await tap('恢复', '.ui-dialog__buttons')
    await tap('已邀请', '.ui-segments')
    expect(screen.getByText('没填称呼')).toBeTruthy()
    await tap('撤回邀请')
    await tap('撤回', '.ui-dialog__buttons')
    expect(cloud.inputs('promoters.decide').map(({ from, to }) => [from, to])).toEqual([
      ['banned', 'accepted'],
      ['invited', 'declined'],
    ])
  })

  it('takes a lost answer for done once it is, and tells what a colleague made of it', async () => {
    await open(list([aPromoter(), aPromoter({ memberId: 'mother', name: '阿文' })]))
    cloud.script(
      'promoters.decide',
      no('OFFLINE'),
      no('WRONG_STATE', { state: 'accepted' }),
      no('WRONG_STATE', { state: 'declined' }),
    )
    fireEvent.click(screen.getAllByText('通过')[0]!)
    await tap('通过', '.ui-dialog__buttons')
    expect(screen.getByText('让 林子 成为推客？')).toBeTruthy()
    await tap('通过', '.ui-dialog__buttons')
    expect(screen.queryByText('林子')).toBeNull()
    await tap('通过')
    await tap('通过', '.ui-dialog__buttons')
    expect(screen.queryByText('阿文')).toBeNull()
    expect(toasts()).toEqual(['网络好像断了，请检查后再试', '已通过', '已经不通过了'])
  })
})

describe('the ledger of a month', () => {
  const make = () => tap('生成文件')
  beforeEach(async () => {
    await open(list([]))
    await tap('导出账本')
  })

  it('is read page by page, goes on after a failure, and becomes one file', async () => {
    const second = later()
    cloud.script(
      'promoters.export',
      ok({ csv: '\uFEFF时间\r\na\r\nb\r\n', next: '1:b' }),
      no('OFFLINE'),
      second.promise,
    )
    await make()
    expect(screen.getByText(/已读到的 2 笔还在，可以接着导/)).toBeTruthy()
    await tap('接着导')
    expect(screen.getByText('正在读账本，已有 2 笔…')).toBeTruthy()
    await act(async () => second.answer(ok({ csv: 'c\r\n', next: null })))
    expect(screen.getByText('共 3 笔，文件做好了')).toBeTruthy()
    expect(cloud.inputs('promoters.export')).toEqual([
      { month: '202611', after: null },
      { month: '202611', after: '1:b' },
      { month: '202611', after: '1:b' },
    ])
    await tap('下载文件')
    expect(keepFile).toHaveBeenCalledWith('推客账本-2026-11.csv', '\uFEFF时间\r\na\r\nb\r\nc\r\n')
  })

  it('says so when a month has none, and when the phone is full', async () => {
    cloud.script(
      'promoters.export',
      ok({ csv: '\uFEFF时间\r\n', next: null }),
      ok({ csv: 'x\r\na\r\n', next: null }),
    )
    await make()
    expect(screen.getByText('这个月没有流水')).toBeTruthy()
    fireEvent.change(screen.getByLabelText('月份'), { target: { value: '2026-10' } })
    await make()
    jest.mocked(keepFile).mockReturnValueOnce(null)
    await tap('下载文件')
    expect(toasts()).toEqual(['手机存不下这个文件，清理一下空间再试'])
    expect(keepFile).toHaveBeenCalledWith('推客账本-2026-10.csv', 'x\r\na\r\n')
  })
})
