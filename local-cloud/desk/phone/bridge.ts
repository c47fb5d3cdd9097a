import type { WeChatBridge } from '@shared/wechat/bridge'
import type { Session } from '../common/doors'
import type { DeskShop } from '../common/shop'
import { tappedJustNow } from './app-frame'
import { chooseAddress, chooseInvoiceTitle } from './sheets/address-picker'
import { chooseAvatar } from './sheets/avatar-picker'
import { requestSubscribeMessage } from './sheets/consent-dialog'
import { requestPayment } from './sheets/pay-sheet'
import { getPhoneNumber } from './sheets/phone-number'
import { chooseLocation, openSetting } from './sheets/place-picker'
import { needsPrivacyConsent, requirePrivacyAuthorize } from './sheets/privacy-dialog'
import { scanCode } from './sheets/scanner'
import { requestMerchantTransfer } from './sheets/transfer-sheet'

declare global {
  interface Window {
    wechat?: WeChatBridge
  }
}

export type Bars = { setTitle(text: string): void; setCanGoBack(can: boolean): void }
export type Sharing = Pick<WeChatBridge, 'setShare' | 'shareAppMessage'>

/** What the app finds as `window.parent.wechat` while this person holds the phone. */
export const bridgeFor = (session: Session, shop: DeskShop, bars: Bars, sharing: Sharing): WeChatBridge => ({
  session: () => session,
  requestPayment,
  requestMerchantTransfer: (asked) => requestMerchantTransfer(asked, session.openid),
  requestSubscribeMessage: (ids) =>
    requestSubscribeMessage(
      ids,
      { openid: session.openid, shopName: shop.name, templates: shop.templates },
      tappedJustNow(),
    ),
  getPhoneNumber: () => getPhoneNumber(session.openid, shop.name),
  chooseAvatar,
  scanCode: () => scanCode(shop.codes),
  chooseAddress,
  chooseLocation: () => chooseLocation(session.openid, shop.name),
  chooseInvoiceTitle,
  openSetting: () => openSetting(session.openid, shop.name),
  requirePrivacyAuthorize: () => requirePrivacyAuthorize(session.openid, shop.name),
  getPrivacySetting: () => ({ needAuthorization: needsPrivacyConsent(session.openid) }),
  ...sharing,
  setTitle: bars.setTitle,
  setCanGoBack: bars.setCanGoBack,
})
