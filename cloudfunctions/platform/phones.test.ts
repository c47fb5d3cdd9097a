import { Defect } from '@shared/kernel/refusal'
import { wechatPhones } from './phones'

const numberFrom = (answer: Record<string, unknown>) =>
  wechatPhones(async () => answer).numberOf('code', 'oMay')

it('answers the number without country code', async () => {
  const phoneInfo = { phoneNumber: '+8613812340000', purePhoneNumber: '13812340000', countryCode: '86' }
  expect(await numberFrom({ phoneInfo })).toBe('13812340000')
})

it.each([
  ['nothing', {}],
  ['null for the info', { phoneInfo: null }],
  ['an info without a number', { phoneInfo: { countryCode: '86' } }],
  ['an empty number', { phoneInfo: { purePhoneNumber: '' } }],
  ['a number that is no text', { phoneInfo: { purePhoneNumber: 13812340000 } }],
])('takes %s for a bug, never for a number', async (_, answer) => {
  await expect(numberFrom(answer)).rejects.toThrow(Defect)
})

it.each([40029, 40013, 40003])(
  'says that a code is no good (%i); other failures stay failures',
  async (errCode) => {
    const failing = (error: object) => wechatPhones(() => Promise.reject(error)).numberOf('code', 'oMay')
    expect(await failing({ errCode, errMsg: 'invalid code' })).toBeNull()
    await expect(failing({ errCode: -1, errMsg: 'system error' })).rejects.toMatchObject({ errCode: -1 })
  },
)
