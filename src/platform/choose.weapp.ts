import { chosenAddress, chosenPlace, chosenTitle, notChosen } from './choice'
import type { Platform } from './types'

export const chooseAddress: Platform['chooseAddress'] = () =>
  new Promise((resolve) => {
    wx.chooseAddress({
      success: (address) => resolve(chosenAddress(address)),
      fail: ({ errMsg }) => resolve(notChosen(errMsg)),
    })
  })

export const chooseLocation: Platform['chooseLocation'] = () =>
  new Promise((resolve) => {
    wx.chooseLocation({
      success: (place) => resolve(chosenPlace(place)),
      fail: ({ errMsg }) => resolve(notChosen(errMsg)),
    })
  })

export const chooseInvoiceTitle: Platform['chooseInvoiceTitle'] = () =>
  new Promise((resolve) => {
    wx.chooseInvoiceTitle({
      success: (title) => resolve(chosenTitle(title)),
      fail: ({ errMsg }) => resolve(notChosen(errMsg)),
    })
  })
