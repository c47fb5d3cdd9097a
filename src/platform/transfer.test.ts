import type { WeChatBridge } from '@shared/wechat/bridge'
import { requestTransfer as inBrowser } from './transfer'
import { requestTransfer } from './transfer.weapp'

let mockShell: Partial<WeChatBridge> | null = null
jest.mock('./bridge.h5', () => ({
  ...jest.requireActual<object>('./bridge.h5'),
  bridge: () => mockShell,
}))
beforeEach(() => void (mockShell = null))

const asked = { mchId: '1900000109', appId: 'wx0', package: 'pkg' }
type Asked = typeof asked & { success(): void; fail(error: { errMsg: string }): void }

/** A phone's WeChat, as far as transfers go; `answer` is how the person leaves the page. */
function phone(answer: (asked: Asked) => void, over: object = {}) {
  const wx = {
    canIUse: () => true,
    getSystemInfoSync: () => ({}),
    requestMerchantTransfer: jest.fn(answer),
    ...over,
  }
  Object.assign(globalThis, { wx })
  return wx.requestMerchantTransfer
}
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'wx')
})

it('is confirmed on WeChat’s own page, with what the cloud gave', async () => {
  const page = phone(({ success }) => success())
  expect(await requestTransfer(asked)).toBe('confirmed')
  expect(page.mock.calls[0]?.[0]).toMatchObject(asked)
})

it.each([
  ['requestMerchantTransfer:fail cancel', 'cancelled'],
  ['requestMerchantTransfer:fail the bill is closed', 'failed'],
])('tells %s as %s', async (errMsg, answer) => {
  phone(({ fail }) => fail({ errMsg }))
  expect(await requestTransfer(asked)).toBe(answer)
})

it.each([
  ['an older WeChat', { canIUse: () => false }],
  ['WeCom', { getSystemInfoSync: () => ({ environment: 'wxwork' }) }],
])('is not possible in %s, and asks for nothing', async (_where, over) => {
  const page = phone(({ success }) => success(), over)
  expect(await requestTransfer(asked)).toBe('unsupported')
  expect(page).not.toHaveBeenCalled()
})

it('is not possible in a browser by itself', async () => {
  expect(await inBrowser(asked)).toBe('unsupported')
})

it('is confirmed, left or refused on the desk’s page', async () => {
  mockShell = { requestMerchantTransfer: () => Promise.resolve() }
  expect(await inBrowser(asked)).toBe('confirmed')
  const failing = (errMsg: string) => () => Promise.reject(Object.assign(new Error(errMsg), { errMsg }))
  mockShell = { requestMerchantTransfer: failing('requestMerchantTransfer:fail cancel') }
  expect(await inBrowser(asked)).toBe('cancelled')
  mockShell = { requestMerchantTransfer: failing('requestMerchantTransfer:fail 该笔转账已失效') }
  expect(await inBrowser(asked)).toBe('failed')
})
