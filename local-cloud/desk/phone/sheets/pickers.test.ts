/** @jest-environment jsdom */
import { metresBetween } from '@shared/catalogue/distance'
import { chooseAddress, chooseInvoiceTitle } from './address-picker'
import { PLACES } from './demo-places'
import { chooseLocation, openSetting } from './place-picker'

const button = (text: string) => {
  const found = [...document.querySelectorAll('button')].find((one) => one.textContent?.includes(text))
  if (!found) throw new Error(`no button ${text}`)
  return found
}
/** Taps what is on the screen once it is there. */
const tap = async (text: string) => {
  await Promise.resolve()
  button(text).click()
}
beforeEach(() => {
  localStorage.clear()
  document.body.innerHTML = '<div id="overlays"></div>'
})

it('an address is picked; closing the list, or 拒绝, picks none', async () => {
  const picked = chooseAddress()
  await tap('3 号宿舍楼')
  expect(await picked).toMatchObject({ userName: '林晓', countyName: '西湖区' })
  const refused = chooseAddress()
  await tap('拒绝')
  await expect(refused).rejects.toMatchObject({ errMsg: 'chooseAddress:fail cancel' })
  const closed = chooseAddress()
  document.querySelector<HTMLElement>('.shade')?.click()
  await expect(closed).rejects.toMatchObject({ errMsg: 'chooseAddress:fail cancel' })
  expect(document.querySelector('.layer')).toBeNull()
})

it('an invoice title is a person or a company', async () => {
  const company = chooseInvoiceTitle()
  await tap('公司')
  expect(await company).toMatchObject({ type: 0, taxNumber: expect.stringMatching(/^[0-9A-Z]{18}$/) })
  const person = chooseInvoiceTitle()
  await tap('个人')
  expect(await person).toMatchObject({ type: 1, taxNumber: '' })
})

it('the place is asked for once, and refused for good until the settings allow it', async () => {
  const first = chooseLocation('oAda', '常客')
  await tap('拒绝')
  await expect(first).rejects.toMatchObject({ errMsg: 'chooseLocation:fail auth deny' })
  await expect(chooseLocation('oAda', '常客')).rejects.toMatchObject({
    errMsg: 'chooseLocation:fail auth deny',
  })
  const settings = openSetting('oAda', '常客')
  document.querySelector('input')?.click()
  await tap('完成')
  await settings
  const picked = chooseLocation('oAda', '常客')
  await tap('江望大厦')
  expect(await picked).toMatchObject({ name: '江望大厦' })
})

it('somebody else on the same phone is asked anew, and has nothing to set before', async () => {
  const asked = chooseLocation('oAda', '常客')
  await tap('拒绝')
  await expect(asked).rejects.toThrow()
  const settings = openSetting('oBo', '常客')
  expect(document.querySelector('input')).toBeNull()
  await tap('完成')
  await settings
  const picked = chooseLocation('oBo', '常客')
  await tap('允许')
  await Promise.resolve()
  await tap('3 号宿舍楼')
  expect(await picked).toMatchObject({ name: '3 号宿舍楼' })
})

it('three places lie near the demo store and one eight kilometres away', () => {
  const store = { lat: 30.26361, lng: 120.12308 }
  const metres = PLACES.map(({ latitude: lat, longitude: lng }) => metresBetween(store, { lat, lng }))
  expect(metres.filter((m) => m < 2_000)).toHaveLength(3)
  expect(metres.filter((m) => m > 7_500 && m < 8_500)).toHaveLength(1)
})
