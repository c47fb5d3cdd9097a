import type { WeChatBridge } from '@shared/wechat/bridge'

declare global {
  interface Window {
    /** Offered by the phone shell to the frame inside it. */
    wechat?: WeChatBridge
  }
}

/** The phone shell around the app, or null when the page was opened by itself. */
export function bridge(): WeChatBridge | null {
  if (window.parent === window) return null
  try {
    return window.parent.wechat ?? null
  } catch {
    // A foreign page frames us: its window may not be read.
    return null
  }
}

/** The reason a WeChat API gives for failing: "requestPayment:fail cancel". */
export function errMsgOf(e: unknown): string {
  if (typeof e === 'object' && e !== null && 'errMsg' in e) return String(e.errMsg)
  return e instanceof Error ? e.message : String(e)
}
