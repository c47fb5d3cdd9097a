import type { BridgeAddress, BridgeInvoiceTitle } from '@shared/wechat/bridge'
import { fail } from '../fail'
import { ADDRESSES, TITLES } from './demo-places'
import { pickFrom } from './picker'

/** `wx.chooseAddress`: the person's delivery addresses; rejects with "chooseAddress:fail cancel". */
export async function chooseAddress(): Promise<BridgeAddress> {
  const rows = ADDRESSES.map((one) => ({
    value: one,
    title: `${one.userName} ${one.telNumber}`,
    lines: [`${one.provinceName}${one.cityName}${one.countyName}${one.detailInfo}`],
  }))
  const picked = await pickFrom('选择收货地址', rows, '拒绝')
  if (!picked) throw fail('chooseAddress:fail cancel')
  return picked
}

/** `wx.chooseInvoiceTitle`: one for the person, one for their company; rejects with "chooseInvoiceTitle:fail cancel". */
export async function chooseInvoiceTitle(): Promise<BridgeInvoiceTitle> {
  const rows = TITLES.map((one) => ({
    value: one,
    title: one.title,
    lines: one.type === 0 ? ['公司', `税号 ${one.taxNumber}`] : ['个人'],
  }))
  const picked = await pickFrom('选择发票抬头', rows, '取消')
  if (!picked) throw fail('chooseInvoiceTitle:fail cancel')
  return picked
}
