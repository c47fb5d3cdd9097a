/** What both routes to WeChat Pay say and understand alike. */

export type PayCode = 'ORDERPAID' | 'ORDERCLOSED' | 'ORDERNOTEXIST' | ''

/**
 * What a "no" means, by its text: creating answers in Chinese (该订单已支付), querying and closing in v2 in English
 * (`order not exist`, `order paid`).
 */
export function meaningOf(text: string): PayCode {
  if (/订单已支付|已经支付|order (already )?paid/i.test(text)) return 'ORDERPAID'
  if (/订单已关闭|order (already )?closed/i.test(text)) return 'ORDERCLOSED'
  return /订单号?不存在|order (does )?not exist/i.test(text) ? 'ORDERNOTEXIST' : ''
}

export const saysTooEarly = (text: string): boolean => /(5|五|five)\s*(分钟|minutes)/i.test(text)

/** v2 takes 128 bytes, v3 127 characters. */
export const bodyOf = (body: string): string => cutBytes(body, 126)
/** Both take 80 bytes. */
export const reasonOf = (reason: string): string => cutBytes(reason, 80)

/** As many whole characters as fit into `most` bytes of UTF-8. */
export function cutBytes(text: string, most: number): string {
  let bytes = 0
  let cut = ''
  for (const character of text) {
    bytes += Buffer.byteLength(character)
    if (bytes > most) break
    cut += character
  }
  return cut
}
