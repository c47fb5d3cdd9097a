import type { WeChatBridge } from '@shared/wechat/bridge'
import { chooseAddress, chooseInvoiceTitle, chooseLocation } from './choose'
import { openSettings } from './location'
import { scan, scanAny } from './scan'

let mockShell: Partial<WeChatBridge> | null = null
jest.mock('./bridge.h5', () => ({
  ...jest.requireActual<object>('./bridge.h5'),
  bridge: () => mockShell,
}))
const failing = (errMsg: string) => () => Promise.reject(Object.assign(new Error(errMsg), { errMsg }))

describe('in a browser without a phone around it', () => {
  beforeEach(() => void (mockShell = null))
  it('there is nothing to choose from, and no settings', async () => {
    expect(await chooseAddress()).toEqual({ kind: 'unavailable' })
    expect(await chooseLocation()).toEqual({ kind: 'unavailable' })
    expect(await chooseInvoiceTitle()).toEqual({ kind: 'unavailable' })
    expect([await openSettings(), await scan(), await scanAny()]).toEqual([false, null, null])
  })
})

describe('on the desk', () => {
  it('a refusal says whether asking again helps', async () => {
    mockShell = {
      chooseAddress: failing('chooseAddress:fail cancel'),
      chooseLocation: failing('chooseLocation:fail auth deny'),
    }
    expect(await chooseAddress()).toEqual({ kind: 'refused', forGood: false })
    expect(await chooseLocation()).toEqual({ kind: 'refused', forGood: true })
  })
  it('a code leads to a page, or holds a text that is no page', async () => {
    mockShell = { scanCode: async () => ({ path: '/a/b?scene=x', result: '' }) }
    expect([await scan(), await scanAny()]).toEqual(['/a/b?scene=x', { kind: 'page', path: '/a/b?scene=x' }])
    mockShell = { scanCode: async () => ({ path: '', result: 'pickup:o1' }) }
    expect([await scan(), await scanAny()]).toEqual([null, { kind: 'text', text: 'pickup:o1' }])
    mockShell = { scanCode: failing('scanCode:fail cancel') }
    expect([await scan(), await scanAny()]).toEqual([null, null])
  })
})
