/**
 * Dates that mingo gets wrong: weeks are off by one, an ISO year is the calendar's, and texts with a zone like `+0800`
 * or without a `T` are no dates to it, nor an error.
 */
import { evalExpr } from 'mingo/core'
import * as mingo from 'mingo/operators/expression/date'
import type { Options } from 'mingo/types'
import { failed } from '../errors'
import { isFields } from '../values'

const DAY_MS = 86_400_000

/** The operand's instant as a date whose UTC fields are those of the zone asked for; null when it is missing. */
function localDate(doc: unknown, expression: unknown, options: Options): Date | null {
  const operand = Array.isArray(expression) ? (expression[0] as unknown) : expression
  const zoned = isFields(operand) && 'date' in operand
  const value = evalExpr(doc, zoned ? operand['date'] : operand, options)
  if (value === null || value === undefined) return null
  const instant = new Date(value as Date | number)
  const zone = zoned && operand['timezone'] !== undefined ? evalExpr(doc, operand['timezone'], options) : null
  return new Date(instant.getTime() + (zone === null ? 0 : offsetMs(String(zone), instant)))
}

/** MongoDB counts weeks from Sunday, and the days before the first Sunday are week 0. */
function $week(doc: unknown, expression: unknown, options: Options): number | null {
  const local = localDate(doc, expression, options)
  if (!local) return null
  const dayOfYear = Math.floor((startOfDay(local) - Date.UTC(local.getUTCFullYear(), 0, 1)) / DAY_MS)
  return Math.floor((dayOfYear + 7 - local.getUTCDay()) / 7)
}

/** The year that the Thursday of the week lies in. */
function $isoWeekYear(doc: unknown, expression: unknown, options: Options): number | null {
  const local = localDate(doc, expression, options)
  if (!local) return null
  const thursday = startOfDay(local) + (4 - (local.getUTCDay() || 7)) * DAY_MS
  return new Date(thursday).getUTCFullYear()
}

const startOfDay = (at: Date): number => Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate())

/** `+08:00`, `+0800`, `+08`, `Z` or the name of a zone. */
function offsetMs(zone: string, at: Date): number {
  if (zone === 'Z') return 0
  const fixed = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone)
  if (fixed) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0)) * 60_000
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    timeZoneName: 'longOffset',
  }).formatToParts(at)
  const name = parts.find((part) => part.type === 'timeZoneName')?.value.replace('GMT', '') ?? ''
  return name ? offsetMs(name, at) : 0
}

const ISO_DATE =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3})\d*)?)?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?$/

/** What a text without a format means; null when it is no date, or no day of the calendar. */
function readDate(text: string, timezone: string | null): Date | null {
  const [whole, year, month, day, hour = 0, minute = 0, second = 0, fraction = '', written] =
    ISO_DATE.exec(text) ?? []
  if (whole === undefined) return null
  if (written !== undefined && timezone !== null)
    throw failed(
      `[FailedOperation] $dateFromString: you cannot pass in a date/time string with time zone information ` +
        `('${written}') together with a timezone argument`,
    )
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  const ms = Number(fraction.padEnd(3, '0'))
  const local = new Date(Date.UTC(y, m - 1, d, Number(hour), Number(minute), Number(second), ms))
  if (local.getUTCMonth() !== m - 1 || local.getUTCDate() !== d) return null
  return new Date(local.getTime() - offsetMs(written ?? timezone ?? 'Z', local))
}

function $dateFromString(doc: unknown, expression: unknown, options: Options): unknown {
  const given = isFields(expression) ? expression : {}
  const value = (name: string): unknown => evalExpr(doc, given[name], options)
  const text = value('dateString')
  if (text === null || text === undefined) return value('onNull') ?? null
  if (typeof text !== 'string') throw failed('[FailedOperation] $dateFromString requires a string')
  const zone = value('timezone') as string | null | undefined
  const read =
    'format' in given
      ? (mingo.$dateFromString(
          doc as never,
          { ...given, onError: { $literal: null } } as never,
          options,
        ) as unknown)
      : readDate(text, zone ?? null)
  if (read !== null && read !== undefined) return read
  if ('onError' in given) return value('onError') ?? null
  throw failed(`[FailedOperation] $dateFromString: Error parsing date string '${text}'`)
}

export const dateOperators = { $week, $isoWeekYear, $dateFromString }
