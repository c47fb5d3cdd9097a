import { yuan } from '@shared/kernel/money'
import { commissionLeft } from '@shared/promoters/commission'
import type { Rates } from '@shared/promoters/rates'

const EXAMPLE_FEN = 3000

/**
 * What an order of ¥30 pays the promoter, as the form has it now, and what goods of other rates do; '' while a rate can't be
 * read.
 */
export function exampleWords({ rateBp, categories, products }: Rates): string {
  const own = [...Object.values(categories), ...Object.values(products)]
  if (![rateBp, ...own].every(Number.isSafeInteger)) return ''
  const usual = `一单 ¥${yuan(EXAMPLE_FEN)}，推客得 ¥${yuan(paid(rateBp))}`
  const others = own.filter((bp) => bp !== rateBp).map(paid)
  if (others.length === 0) return usual
  const span = [...new Set([Math.min(...others), Math.max(...others)])].map((fen) => `¥${yuan(fen)}`)
  return `${usual}；单独设了的得 ${span.join('–')}`
}

const paid = (bp: number) => commissionLeft([{ qty: 1, payFen: EXAMPLE_FEN }], [bp])
