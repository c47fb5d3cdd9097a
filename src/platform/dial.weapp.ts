/** Calls a phone number; WeChat asks first, and putting it off is no error. */
export function dial(phone: string): void {
  wx.makePhoneCall({ phoneNumber: phone, fail: () => undefined })
}
