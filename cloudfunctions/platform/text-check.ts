import type { CallWechat } from './sdk'

/** What a text is for, by WeChat's scenes: 1 profile (nickname, a store's name), 2 comment (note, reason). */
export type TextScene = 'profile' | 'comment'
export type TextCheck = {
  /**
   * WeChat's opinion of a person's text. Only `risky` is rejected; `review` passes, for what customers write is read by
   * the shop's own staff alone, and what customers read the shop answers for. When the service itself fails the text
   * passes too and the failure is logged: a breakdown of the check (or 61010, a person who came two hours ago) must not
   * stop breakfast. A long text is asked about line by line, as many lines at once as WeChat takes.
   */
  check(openid: string, text: string, scene: TextScene): Promise<'pass' | 'rejected'>
}

/** What WeChat looks at in one call. */
const MOST_CHARACTERS = 2500
const SCENES: Readonly<Record<TextScene, number>> = { profile: 1, comment: 2 }

export function wechatTextCheck(openapi: CallWechat, onFailure: (error: unknown) => void): TextCheck {
  return {
    async check(openid, text, scene) {
      const ask = { openid, version: 2, scene: SCENES[scene] }
      try {
        for (const content of piecesOf(text)) {
          const answer = await openapi('security.msgSecCheck', { ...ask, content })
          const { suggest } = (answer['result'] ?? {}) as { suggest?: string }
          if (suggest === 'risky') return 'rejected'
        }
      } catch (error) {
        onFailure(error)
      }
      return 'pass'
    },
  }
}

/** Pieces of at most 2,500 characters, cut between lines wherever a line is shorter than that; none of an empty text. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  for (const line of text.split('\n').flatMap(cut)) {
    const last = pieces.at(-1)
    if (last !== undefined && last.length + line.length < MOST_CHARACTERS)
      pieces[pieces.length - 1] = `${last}\n${line}`
    else pieces.push(line)
  }
  return pieces
}

const cut = (line: string): string[] =>
  line.trim() === ''
    ? []
    : Array.from({ length: Math.ceil(line.length / MOST_CHARACTERS) }, (_, i) =>
        line.slice(i * MOST_CHARACTERS, (i + 1) * MOST_CHARACTERS),
      )
