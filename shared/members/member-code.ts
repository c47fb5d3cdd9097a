const CODE = /^ckm:([A-Za-z0-9_-]{1,64})$/
const SHOWN = 8

/** The text of the QR code that a member shows at the counter: who they are, and no right to anything. */
export const encodeMember = (memberId: string): string => `ckm:${memberId}`

/** The member's id that a clerk scanned; null for anything else: a pickup code, a payment code. */
export const parseMember = (text: string): string | null => CODE.exec(text.trim())?.[1] ?? null

/** The end of the id as people read it to each other: 4F2A 91C0. */
export function memberNumber(memberId: string): string {
  const end = memberId.slice(-SHOWN).toUpperCase()
  return `${end.slice(0, SHOWN / 2)} ${end.slice(SHOWN / 2)}`
}
