import { DAY_MS } from '../../kernel/time'
import type { Gate } from '../facts'

const YEAR_MS = 365 * DAY_MS

/** Three in a year: a habit of waiting can't live on them. */
export const perYear: Gate = ({ given, now }, limits) =>
  given.filter(({ at }) => at > now - YEAR_MS).length >= limits.perYear
