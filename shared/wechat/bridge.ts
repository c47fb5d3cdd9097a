/**
 * What WeChat does around a mini-program, for the H5 build: the desk's phone shell offers it as `window.parent.wechat`,
 * on the same origin, and `src/platform/*.h5.ts` calls it. Each method stands for a WeChat API and fails as it does:
 * a rejected promise carries `errMsg` ("requestPayment:fail cancel").
 */
export type WeChatBridge = {
  /** The person at this phone; changes only by a reload of the app. */
  session(): { readonly openid: string; readonly token: string }
  /** Shows the pay sheet. Resolves when paid, rejects with "requestPayment:fail cancel" when the person closes it. */
  requestPayment(p: BridgePayment): Promise<void>
  /**
   * Shows the page on which a transfer is confirmed. Resolves when it was confirmed, rejects with
   * "requestMerchantTransfer:fail cancel" when the person leaves it.
   */
  requestMerchantTransfer(p: BridgeTransfer): Promise<void>
  /** Asks for one-time consents; answers by template id. */
  requestSubscribeMessage(templateIds: readonly string[]): Promise<Record<string, ConsentAnswer>>
  /** The phone number button: a code for `members.bindPhone`; rejects when refused. */
  getPhoneNumber(): Promise<{ readonly code: string }>
  /** The avatar picker: a picture as a data URL. */
  chooseAvatar(): Promise<{ readonly dataUrl: string }>
  /**
   * Opens the scanner; the desk lets the person pick a code. `path` is where a code of this mini-program leads
   * (`/features/…?scene=…`), `result` the text of any other code; one of them is ''.
   */
  scanCode(): Promise<{ readonly path: string; readonly result: string }>
  /** The person's delivery addresses; rejects with "chooseAddress:fail cancel". */
  chooseAddress(): Promise<BridgeAddress>
  /** The map; rejects with "chooseLocation:fail cancel" or, once refused and ever after, "chooseLocation:fail auth deny". */
  chooseLocation(): Promise<BridgePlace>
  /** The person's invoice titles; rejects with "chooseInvoiceTitle:fail cancel". */
  chooseInvoiceTitle(): Promise<BridgeInvoiceTitle>
  /** WeChat's page of permissions; resolves when it is closed. */
  openSetting(): Promise<void>
  /** WeChat's privacy dialog; resolves with the answer. Once agreed it is not shown again for this person. */
  requirePrivacyAuthorize(): Promise<{ readonly agreed: boolean }>
  /** Whether the privacy guide still has to be agreed to. */
  getPrivacySetting(): { readonly needAuthorization: boolean }
  /** What the page on top gives when it is forwarded; null: nothing of its own. The shell asks when somebody forwards. */
  setShare(card: (() => Promise<BridgeCard>) | null): void
  /** A share button of the page was tapped: forwards what `setShare` gives. */
  shareAppMessage(): void
  /** Title in the navigation bar that the shell draws; the app calls it on each page. */
  setTitle(title: string): void
  /** Whether the page can go back; the shell draws the arrow and calls `history.back()`. */
  setCanGoBack(can: boolean): void
}
/** A mini-program card; `path` with its query. */
export type BridgeCard = { readonly title: string; readonly path: string }
/** As `wx.requestMerchantTransfer` takes it. */
export type BridgeTransfer = { readonly mchId: string; readonly appId: string; readonly package: string }
export type BridgePayment = {
  readonly timeStamp: string
  readonly nonceStr: string
  readonly package: string
  readonly signType: string
  readonly paySign: string
}
/** As `wx.chooseAddress` answers. */
export type BridgeAddress = {
  readonly userName: string
  readonly telNumber: string
  readonly provinceName: string
  readonly cityName: string
  readonly countyName: string
  readonly detailInfo: string
}
/** As `wx.chooseLocation` answers: degrees, GCJ-02. */
export type BridgePlace = {
  readonly name: string
  readonly address: string
  readonly latitude: number
  readonly longitude: number
}
/** As `wx.chooseInvoiceTitle` answers: `type` 0 is a company, 1 a person. */
export type BridgeInvoiceTitle = { readonly type: 0 | 1; readonly title: string; readonly taxNumber: string }
export type ConsentAnswer = 'accept' | 'reject' | 'ban' | 'filter'

/** Window events that the shell sends into the app's frame with `postMessage`, as `{wechat: <event>}`. */
export type WeChatEvent =
  /** A service notice or a scanned code was tapped: go there. `path` is a page path with its query. */
  | { readonly kind: 'navigate'; readonly path: string }
  /** The phone was picked up or put down (App.onShow / onHide). */
  | { readonly kind: 'show' }
  | { readonly kind: 'hide' }
