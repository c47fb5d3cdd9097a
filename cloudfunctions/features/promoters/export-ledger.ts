import type { exportLedger as contract } from '@shared/promoters/office-contract'
import { isRefused } from '@shared/kernel/refusal'
import { startOfShopMonth } from '@shared/kernel/time'
import { CSV_HEAD, csvRow } from '@shared/promoters/csv'
import type { UseCase } from '../../platform/router'
import { promoterQueries } from './repository'
import { requireOwner } from './rights'

/** A row has about 160 bytes: far below the megabyte that an answer may have. */
const ROWS = 999

/** The entries of a month in the order in which they were booked. Two reads beyond that of the rights. */
export const exportLedger: UseCase<typeof contract> = async ({ month, after }, ctx) => {
  const owner = await requireOwner(ctx)
  if (isRefused(owner)) return owner
  const lists = promoterQueries(ctx.db)
  const from = after === null ? { at: startOfShopMonth(month), id: '' } : cursorOf(after)
  const found = await lists.monthOf(month, from.at, ROWS + 1)
  const rows = found.filter(({ at, _id }) => at > from.at || _id > from.id)
  const ids = [...new Set(rows.map(({ promoter }) => promoter))]
  const known = ids.length === 0 ? [] : await lists.promoters(ids, ROWS + 1)
  const names = new Map(known.map(({ _id, name }) => [_id, name]))
  const last = rows.at(-1)
  return {
    csv:
      (after === null ? CSV_HEAD : '') +
      rows.map((row) => csvRow(row, names.get(row.promoter) ?? '')).join(''),
    next: found.length > ROWS && last ? `${last.at}:${last._id}` : null,
  }
}

/** `<at>:<id>` of the last entry that was sent; ids contain colons, instants do not. */
function cursorOf(after: string): { at: number; id: string } {
  const [at = ''] = after.split(':')
  return { at: Number(at) || 0, id: after.slice(at.length + 1) }
}
