/** Bytes that reach the phone: the main package, and what setData carries from logic to view on the menu. */
import { mainPackageBytes } from '../weapp/build'
import { startPhone } from '../weapp/phone'

export type WeappFigures = {
  mainPackageBytes: number
  /** All that the menu's page sends until it rests. */
  firstRenderSetDataBytes: number
  /** The largest of these. */
  largestSetDataBytes: number
}

const MENU = 'features/catalogue/pages/menu/index'

/** Opens the menu of the demo shop, as somebody who was on the home page before. */
export async function measureWeapp(url: string): Promise<WeappFigures> {
  const phone = await startPhone(url, 'oBenchWeapp0001')
  phone.open(`/${phone.appJson.pages[0]}`, 'tab')
  await phone.settle()
  phone.open(`/${MENU}`, 'tab')
  await phone.reads('拿铁')
  const bytes = phone.page.setDataLog.map((entry) => entry.bytes)
  return {
    mainPackageBytes: mainPackageBytes(),
    firstRenderSetDataBytes: bytes.reduce((sum, b) => sum + b, 0),
    largestSetDataBytes: Math.max(...bytes),
  }
}
