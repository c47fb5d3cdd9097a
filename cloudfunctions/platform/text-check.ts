import type { CallWechat } from './sdk'

/** What a text is for, by WeChat's scenes: 1 profile (nickname), 2 comment (note, reason). */
export type TextScene = 'profile' | 'comment'
export type TextCheck = {
  /**
   * WeChat's opinion of a person's text. Only `risky` is rejected; `review` passes, for these texts are read by the
   * shop's own staff and by nobody else. When the service itself fails the text passes too and the failure is logged:
   * a breakdown of the check (or 61010, a person who came two hours ago) must not stop breakfast.
   */
  check(openid: string, text: string, scene: TextScene): Promise<'pass' | 'rejected'>
}

const SCENES: Readonly<Record<TextScene, number>> = { profile: 1, comment: 2 }

export function wechatTextCheck(openapi: CallWechat, onFailure: (error: unknown) => void): TextCheck {
  return {
    async check(openid, text, scene) {
      if (text.trim() === '') return 'pass'
      try {
        const answer = await openapi('security.msgSecCheck', {
          openid,
          content: text,
          version: 2,
          scene: SCENES[scene],
        })
        const { suggest } = (answer['result'] ?? {}) as { suggest?: string }
        return suggest === 'risky' ? 'rejected' : 'pass'
      } catch (error) {
        onFailure(error)
        return 'pass'
      }
    },
  }
}
