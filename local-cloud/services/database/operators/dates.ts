/** mingo's `$week` is off by one: MongoDB counts weeks from Sunday, and the days before the first Sunday are week 0. */
import { evalExpr } from 'mingo/core'
import type { Options } from 'mingo/types'
import { isFields } from '../values'

const DAY_MS = 86_400_000

function $week(doc: unknown, expression: unknown, options: Options): number | null {
  const operand = Array.isArray(expression) ? (expression[0] as unknown) : expression
  const zoned = isFields(operand) && 'date' in operand
  const value = evalExpr(doc, zoned ? operand['date'] : operand, options)
  if (value === null || value === undefined) return null
  const instant = new Date(value as Date | number)
  const zone = zoned && operand['timezone'] !== undefined ? evalExpr(doc, operand['timezone'], options) : null
  const local = new Date(instant.getTime() + (zone === null ? 0 : offsetMs(String(zone), instant)))
  const dayOfYear = Math.floor((startOfDay(local) - Date.UTC(local.getUTCFullYear(), 0, 1)) / DAY_MS)
  return Math.floor((dayOfYear + 7 - local.getUTCDay()) / 7)
}

const startOfDay = (at: Date): number => Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate())

/** `+08:00`, `+0800`, `+08` or the name of a zone. */
function offsetMs(zone: string, at: Date): number {
  const fixed = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone)
  if (fixed) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0)) * 60_000
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    timeZoneName: 'longOffset',
  }).formatToParts(at)
  const name = parts.find((part) => part.type === 'timeZoneName')?.value.replace('GMT', '') ?? ''
  return name ? offsetMs(name, at) : 0
}

export const dateOperators = { $week }
