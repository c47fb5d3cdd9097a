import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { StartFailure } from '../../failure'
import { CloudError } from '../../wire/cloud-error'
import type { Clock } from '../clock/clock'
import type { Meter } from '../meter/meter'
import { type FunctionConfig, readFunctionConfig } from './config'
import { APP_ID, ENV_ID, instanceEnv, invocationEnv } from './environment'
import { MAX_EVENT_BYTES, MAX_RESPONSE_BYTES } from './limits'
import { Pool } from './pool'

export type CallOptions = {
  readonly openid?: string
  /** Chain of callers as `getWXContext().SOURCE` shows it: `wx_client`, `wx_trigger`, `wx_paycallback`, `wx_client,scf`… */
  readonly source: string
  /** Called by another function: never waits behind it. */
  readonly nested?: boolean
  readonly requestId?: string
}
/** A function that the cloud itself has; answers a JSON value. Rejects with CloudError. */
export type BuiltIn = (event: Readonly<Record<string, unknown>>, call: CallOptions) => object
export type Functions = {
  readonly configs: ReadonlyMap<string, FunctionConfig>
  /** Runs a function; resolves with its result as JSON text. Rejects with CloudError. */
  invoke(name: string, event: Readonly<Record<string, unknown>>, options: CallOptions): Promise<string>
  /** Instances of a function, busy ones included. */
  instances(name: string): number
  close(): Promise<void>
}
export type FunctionsOptions = {
  /** Folder with one folder per function, each with `index.js` and optionally `config.json`. */
  readonly root: string
  /** Where the SDK sends its calls. Known once the server listens. */
  readonly adminUrl: () => string
  readonly clock: Clock
  readonly meter: Meter
  readonly log: (functionName: string, level: string, text: string) => void
  readonly maxInstances?: number
  /** What the shop's owner wrote into the environment of every function. */
  readonly env?: () => Readonly<Record<string, string>>
  /** Name → what the cloud itself runs under it, e.g. `cloudbase_module`. */
  readonly builtIn?: Readonly<Record<string, BuiltIn>>
}

/** The functions of one environment, found in `root` when the cloud starts. Throws StartFailure when there are none. */
export const openFunctions = (options: FunctionsOptions): Functions => new Environment(options)

class Environment implements Functions {
  readonly configs: ReadonlyMap<string, FunctionConfig>
  private readonly pools = new Map<string, Pool>()

  constructor(private readonly options: FunctionsOptions) {
    this.configs = readConfigs(options.root)
  }

  async invoke(name: string, event: Readonly<Record<string, unknown>>, call: CallOptions): Promise<string> {
    const own = this.options.builtIn?.[name]
    if (own) {
      this.options.meter.count('functionCalls', name)
      return JSON.stringify(own(event, call))
    }
    const config = this.configs.get(name)
    if (!config)
      throw new CloudError('FUNCTION_NOT_FOUND', `FunctionName parameter could not be found: ${name}`)
    this.options.meter.count('functionCalls', name)
    const { openid, source, nested = false, requestId = randomUUID() } = call
    const person = openid === undefined ? {} : { openid }
    const env = invocationEnv({ functionName: name, requestId, ...person }, source)
    const invocation = { event: eventText(event, openid), env, context: contextOf(name, config, requestId) }
    const result = await this.poolOf(name, config).run(invocation, nested)
    if (Buffer.byteLength(result) > MAX_RESPONSE_BYTES) {
      throw new CloudError(
        'FUNCTIONS_EXECUTE_FAIL',
        `response size exceed limit (${MAX_RESPONSE_BYTES} bytes)`,
      )
    }
    return result
  }
  instances(name: string): number {
    return this.pools.get(name)?.size ?? 0
  }
  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.close()))
  }

  private poolOf(name: string, config: FunctionConfig): Pool {
    const found = this.pools.get(name)
    if (found) return found
    const { root, adminUrl, clock, log, maxInstances, env } = this.options
    const pool = new Pool(
      {
        folder: path.join(root, name),
        config,
        env: instanceEnv(adminUrl(), { ...env?.(), ...config.env }),
        clock: clock.shared,
        log: (level, text) => log(name, level, text),
      },
      maxInstances,
    )
    this.pools.set(name, pool)
    return pool
  }
}

/** The event as the function finds it: the cloud adds `userInfo`, whatever the caller put there. */
function eventText(event: Readonly<Record<string, unknown>>, openid: string | undefined): string {
  const userInfo = { appId: APP_ID, ...(openid !== undefined && { openId: openid }) }
  const text = JSON.stringify({ ...event, userInfo })
  if (Buffer.byteLength(text) <= MAX_EVENT_BYTES) return text
  throw new CloudError('FUNCTIONS_REQUEST_FAIL', `event size exceed limit (${MAX_EVENT_BYTES} bytes)`)
}

const contextOf = (name: string, config: FunctionConfig, requestId: string) => ({
  request_id: requestId,
  requestId,
  function_name: name,
  function_version: '$LATEST',
  namespace: ENV_ID,
  memory_limit_in_mb: config.memoryMb,
  time_limit_in_ms: config.timeoutSeconds * 1000,
})

function readConfigs(root: string): Map<string, FunctionConfig> {
  const names = fs.existsSync(root)
    ? fs.readdirSync(root).filter((name) => fs.existsSync(path.join(root, name, 'index.js')))
    : []
  if (names.length === 0) {
    throw new StartFailure(`No function bundles in ${root}. Build them first: npm run build:cloud`)
  }
  return new Map(names.sort().map((name) => [name, readFunctionConfig(path.join(root, name))]))
}
