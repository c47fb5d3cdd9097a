import type { WeChatBridge } from '@shared/wechat/bridge'
import { bridge, errMsgOf } from './bridge.h5'
import { chosenAddress, chosenPlace, chosenTitle, notChosen } from './choice'
import type { Choice, Platform } from './types'

/** Asks the phone shell; a browser by itself keeps no addresses, map or titles. */
async function choose<Raw, T>(
  ask: (shell: WeChatBridge) => Promise<Raw>,
  read: (raw: Raw) => Choice<T>,
): Promise<Choice<T>> {
  const shell = bridge()
  if (shell === null) return { kind: 'unavailable' }
  try {
    return read(await ask(shell))
  } catch (e) {
    return notChosen(errMsgOf(e))
  }
}

export const chooseAddress: Platform['chooseAddress'] = () =>
  choose((shell) => shell.chooseAddress(), chosenAddress)

export const chooseLocation: Platform['chooseLocation'] = () =>
  choose((shell) => shell.chooseLocation(), chosenPlace)

export const chooseInvoiceTitle: Platform['chooseInvoiceTitle'] = () =>
  choose((shell) => shell.chooseInvoiceTitle(), chosenTitle)
