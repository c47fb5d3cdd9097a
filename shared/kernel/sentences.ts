import type { SystemCode } from './reply'

/** What a person reads when the cloud answers with a code of its own. INTERNAL is followed by an id to quote. */
export const SYSTEM_SENTENCES = {
  BAD_INPUT: '有一项内容填得不对，请检查后再试',
  NO_SUCH_ACTION: '小程序版本太旧，请退出后重新打开',
  INTERNAL: '出了点小问题，请稍后再试',
  BUSY: '现在有点忙，请再点一次',
  FORBIDDEN: '你没有权限做这件事',
} as const satisfies Record<SystemCode, string>
