import { Defect } from '@shared/kernel/refusal'

export type Level = 'info' | 'warn' | 'error'
/** Writes one line of JSON. Errors among the fields are written with stack, context and cause. */
export type Log = (level: Level, event: string, fields?: Readonly<Record<string, unknown>>) => void

/** A log whose lines all carry `base` (request id, action). `write` gets the line. */
export function createLog(
  write: (level: Level, line: string) => void,
  base: Record<string, unknown> = {},
): Log {
  return (level, event, fields = {}) =>
    write(
      level,
      JSON.stringify({ level, event, ...base, ...fields }, (_key, value: unknown) => plain(value)),
    )
}

/** Where lines go in a function: CloudBase keeps what is printed. */
export const toConsole = (level: Level, line: string): void => {
  if (level === 'error') console.error(line)
  else console.log(line)
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (!(value instanceof Error)) return value
  return {
    name: value.name,
    message: value.message,
    stack: value.stack,
    ...(value instanceof Defect && Object.keys(value.context).length > 0 ? { context: value.context } : {}),
    ...(value.cause === undefined ? {} : { cause: value.cause }),
  }
}
