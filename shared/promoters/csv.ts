import { yuan, type Fen } from '../kernel/money'
import { shopDateTime, type Instant } from '../kernel/time'
import type { EntryKind } from './contract'
import { movesOf, type Posting } from './ledger'
import { ENTRY_KINDS } from './sentences'

/** What is read of an entry for its row; its document fits. */
export type CsvEntry = {
  readonly promoter: string
  readonly n: number
  readonly at: Instant
  readonly kind: EntryKind
  readonly source: string
  readonly postings: readonly Posting[]
}

/** The mark by which spreadsheets know that a file is UTF-8, and the head. */
export const CSV_HEAD = '\uFEFF时间,推客,会员号,序号,事项,单号,待结算,可提现,提现中,已提现,欠款\r\n'

/** A row of the ledger, amounts in yuan: by how much each balance changed. */
export function csvRow(entry: CsvEntry, name: string): string {
  const moves = movesOf(entry.postings)
  const amounts: readonly Fen[] = [
    moves.pendingFen,
    moves.availableFen,
    moves.withdrawingFen,
    moves.withdrawnFen,
    moves.debtFen,
  ]
  const fields = [
    shopDateTime(entry.at),
    cell(name),
    entry.promoter,
    String(entry.n),
    ENTRY_KINDS[entry.kind],
    cell(entry.source),
    ...amounts.map(yuan),
  ]
  return `${fields.join(',')}\r\n`
}

/**
 * A person's text as a spreadsheet may take it: on one line, quoted, and never a formula. Spreadsheets set to Chinese begin
 * one at the wide forms of the signs too, and some after spaces (OWASP, CSV Injection).
 */
export function cell(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, ' ')
  const tame = /^\s*[=+\-@＝＋－＠]/.test(line) ? `'${line}` : line
  return /[",]/.test(tame) ? `"${tame.replace(/"/g, '""')}"` : tame
}
