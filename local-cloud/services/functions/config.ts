import fs from 'node:fs'
import path from 'node:path'
import { StartFailure } from '../../failure'
import {
  DEFAULT_MEMORY_MB,
  DEFAULT_TIMEOUT_SECONDS,
  MAX_MEMORY_MB,
  MAX_TIMEOUT_SECONDS,
  MIN_MEMORY_MB,
} from './limits'

/** A timer trigger: `config` has seven fields (second … year), in UTC+8. */
export type TimerTrigger = { readonly name: string; readonly config: string }
export type FunctionConfig = {
  readonly timeoutSeconds: number
  readonly memoryMb: number
  readonly openapi: readonly string[]
  readonly timer: TimerTrigger | null
  readonly env: Readonly<Record<string, string>>
}

type RawConfig = {
  timeout?: number
  memory?: number
  memorySize?: number
  triggers?: { name: string; type: string; config: string }[]
  permissions?: { openapi?: string[] }
  env?: Record<string, string>
  envVariables?: Record<string, string>
}

/** Reads a function's `config.json`; a missing file means the cloud's defaults. Throws StartFailure when it is wrong. */
export function readFunctionConfig(folder: string): FunctionConfig {
  const file = path.join(folder, 'config.json')
  const raw = fs.existsSync(file) ? parse(file) : {}
  const timers = (raw.triggers ?? []).filter((trigger) => trigger.type === 'timer')
  if (timers.length > 1) throw wrong(file, 'a function has at most one timer')
  const timeoutSeconds = raw.timeout ?? DEFAULT_TIMEOUT_SECONDS
  if (timeoutSeconds <= 0 || timeoutSeconds > MAX_TIMEOUT_SECONDS) {
    throw wrong(file, `timeout is ${timeoutSeconds}, allowed are 1 to ${MAX_TIMEOUT_SECONDS} seconds`)
  }
  const memoryMb = raw.memory ?? raw.memorySize ?? DEFAULT_MEMORY_MB
  if (memoryMb < MIN_MEMORY_MB || memoryMb > MAX_MEMORY_MB) {
    throw wrong(file, `memory is ${memoryMb}, allowed are ${MIN_MEMORY_MB} to ${MAX_MEMORY_MB} MB`)
  }
  return {
    timeoutSeconds,
    memoryMb,
    openapi: raw.permissions?.openapi ?? [],
    timer: timers[0] ?? null,
    env: { ...raw.envVariables, ...raw.env },
  }
}

function parse(file: string): RawConfig {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as RawConfig
  } catch (error) {
    throw wrong(file, error instanceof Error ? error.message : String(error))
  }
}
const wrong = (file: string, why: string) => new StartFailure(`${file}: ${why}. Correct it and start again.`)
