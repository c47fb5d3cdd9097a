/** Any answer that is not ok, as the screens see it. */
type Failed = { readonly ok: false; readonly code: string; readonly requestId: string }

const SYSTEM: Readonly<Record<string, string>> = {
  OFFLINE: '网络好像断了，请检查后再试',
  BUSY: '现在有点忙，请再点一次',
  FORBIDDEN: '您没有权限做这件事',
  BAD_INPUT: '有一项内容填得不对，请检查后再试',
  NO_SUCH_ACTION: '小程序版本太旧，请退出后重新打开',
}

/**
 * The one translator of a "no" into words for the person. `own` holds the room's sentences by code; what it doesn't
 * name falls back to the system's. A bug shows the id that the log knows.
 */
export function sentence(failed: Failed, own: Readonly<Record<string, string>> = {}): string {
  const known = own[failed.code] ?? SYSTEM[failed.code]
  if (known !== undefined) return known
  return `出了点小问题，请稍后再试（编号 ${failed.requestId.slice(-8) || failed.code}）`
}
