import type { BridgeAddress, BridgeInvoiceTitle, BridgePlace } from '@shared/wechat/bridge'
import type { Choice, ChosenAddress, ChosenPlace, ChosenTitle, PictureSaved } from './types'

const FOR_GOOD = /auth(orize)?[ :]*(deny|denied)/i
/** Closed, or WeChat's privacy dialog answered with no: it asks again next time. */
const THIS_TIME = /cancel|privacy permission is not authorized/i

/** What a failed `wx.choose…` means, by its errMsg ("chooseLocation:fail auth deny"). */
export function notChosen(errMsg: string): Exclude<Choice<object>, { kind: 'chosen' }> {
  if (FOR_GOOD.test(errMsg)) return { kind: 'refused', forGood: true }
  if (THIS_TIME.test(errMsg)) return { kind: 'refused', forGood: false }
  console.error(errMsg)
  return { kind: 'unavailable' }
}

/** The same for a picture that was not saved. The phone itself may hold the album back from WeChat: that is no setting of ours. */
export function savedNot(errMsg: string): Exclude<PictureSaved, 'saved' | 'downloading'> {
  if (/system permission|system deny/i.test(errMsg)) return 'failed'
  const why = notChosen(errMsg)
  if (why.kind === 'unavailable') return 'failed'
  return why.forGood ? 'denied' : 'cancelled'
}

export function chosenAddress(address: BridgeAddress): Choice<ChosenAddress> {
  const { userName, telNumber, provinceName, cityName, countyName, detailInfo } = address
  // 北京市 is a province and its own city
  const region = [...new Set([provinceName, cityName, countyName])].join('')
  return { kind: 'chosen', name: userName, phone: telNumber, region, detail: detailInfo }
}

export const chosenPlace = ({ name, address, latitude, longitude }: BridgePlace): Choice<ChosenPlace> => ({
  kind: 'chosen',
  name,
  address,
  lat: latitude,
  lng: longitude,
})

/** WeChat documents `type` as a number and has sent it as text. */
export function chosenTitle({ type, title, taxNumber }: BridgeInvoiceTitle): Choice<ChosenTitle> {
  const company = Number(type) === 0
  return { kind: 'chosen', buyer: company ? 'company' : 'person', title, taxNo: company ? taxNumber : '' }
}
