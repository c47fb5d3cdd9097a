/** @jest-environment jsdom */
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { agreePrivacy, privacyPending } from '@/platform/privacy'
import { cloud, no, ok } from '../../../../../tests/builders/answers'
import { aMe } from '../../../../../tests/builders/shop-views'
import { putMe } from '../../store'
import ProfilePage from './index'

jest.mock('@/platform/cloud', () => jest.requireActual('../../../../../tests/builders/answers'))
jest.mock('@/platform/privacy', () => ({
  privacyPending: jest.fn(async () => true),
  agreePrivacy: jest.fn(async () => false),
  openPrivacyGuide: jest.fn(async () => false),
}))

beforeEach(() => {
  cloud.forget()
  putMe(aMe)
  jest.mocked(privacyPending).mockResolvedValue(true)
})

it('keeps avatar, nickname and phone closed when the privacy guide is refused, and can be asked again', async () => {
  render(<ProfilePage />)
  fireEvent.click(await screen.findByText('同意并继续'))
  expect(await screen.findByText('没有同意隐私指引，资料暂时不能修改')).toBeTruthy()
  expect(screen.queryByText('保存')).toBeNull()
  expect(screen.queryByText('手机号')).toBeNull()
  expect(screen.getByText('注销账号')).toBeTruthy()
  jest.mocked(agreePrivacy).mockResolvedValueOnce(true)
  fireEvent.click(screen.getByText('重新同意'))
  expect(await screen.findByText('保存')).toBeTruthy()
})

it('sends the nickname that the form holds', async () => {
  jest.mocked(privacyPending).mockResolvedValue(false)
  cloud.script('members.updateProfile', ok({ me: aMe }))
  render(<ProfilePage />)
  fireEvent.change(await screen.findByPlaceholderText('怎么称呼你'), { target: { value: ' 阿满 ' } })
  fireEvent.click(screen.getByText('保存'))
  await waitFor(() =>
    expect(cloud.inputs('members.updateProfile')).toEqual([{ nickname: '阿满', avatar: '', birthday: null }]),
  )
  expect(await screen.findByText('保存')).toBeTruthy()
})

it('leaves only after asking, and stays a member when the cloud says no', async () => {
  jest.mocked(privacyPending).mockResolvedValue(false)
  cloud.script('members.leave', no('HAS_OPEN_ORDER'))
  render(<ProfilePage />)
  fireEvent.click(screen.getByText('注销账号'))
  expect(cloud.inputs('members.leave')).toHaveLength(0)
  fireEvent.click(screen.getByText('注销'))
  await waitFor(() => expect(cloud.inputs('members.leave')).toHaveLength(1))
  await waitFor(() => expect(screen.queryByText('确定注销账号？')).toBeNull())
  expect(screen.getByText('注销账号')).toBeTruthy()
})

describe('the birthday', () => {
  const pick = (monthAndDay: string) =>
    fireEvent.change(screen.getByLabelText('picked'), { target: { value: monthAndDay } })
  beforeEach(() => jest.mocked(privacyPending).mockResolvedValue(false))

  it('is told once, after asking, and then stands there', async () => {
    const told = { ...aMe, member: aMe.member && { ...aMe.member, birthday: '0229' } }
    cloud.script('members.updateProfile', ok({ me: told }))
    render(<ProfilePage />)
    await screen.findByText('选择')
    pick('[1, 28]')
    expect(screen.getByText('生日是 2 月 29 日？')).toBeTruthy()
    expect(cloud.inputs('members.updateProfile')).toEqual([])
    fireEvent.click(screen.getByText('就是这天'))
    expect(await screen.findByText('2 月 29 日')).toBeTruthy()
    expect(cloud.inputs('members.updateProfile')).toEqual([
      { nickname: '林小满', avatar: '', birthday: '0229' },
    ])
    expect(screen.queryByText('选择')).toBeNull()
  })

  it('is not asked of the cloud when there is no such day, or when the person thinks again', async () => {
    render(<ProfilePage />)
    await screen.findByText('选择')
    pick('[1, 29]')
    expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: '没有这一天，请再选一次' }))
    pick('[4, 0]')
    fireEvent.click(screen.getByText('再看看'))
    expect(screen.queryByText(/^生日是/)).toBeNull()
    expect(cloud.inputs('members.updateProfile')).toEqual([])
  })
})
