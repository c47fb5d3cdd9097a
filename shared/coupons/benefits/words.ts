import { yuan, type Fen } from '../../kernel/money'

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** A count as it is written in 买二送一, 第十二件; from a hundred on in digits. */
export function han(n: number): string {
  if (n >= 100) return String(n)
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  if (tens === 0) return DIGITS[ones] ?? ''
  return `${tens > 1 ? DIGITS[tens] : ''}十${ones > 0 ? DIGITS[ones] : ''}`
}

/** 8500 → 8.5 (折); without trailing zeros. */
export const zhe = (payBp: number): string => String(payBp / 1000)

/** 满 30 可用 / 无门槛 */
export const thresholdWords = (thresholdFen: Fen): string =>
  thresholdFen > 0 ? `满 ${yuan(thresholdFen)} 可用` : '无门槛'

/** 最高减 20 元 */
export const capWords = (capFen: Fen): string => `最高减 ${yuan(capFen)} 元`
