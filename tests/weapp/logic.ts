/** The logic layer: app.js and what it loads, in a bare `vm` context (no window, no document), as in WeChat. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { type PageConfig } from './page'
import { type Pending } from './pending'

/** React, Taro and setData wait less than this; countdowns and refreshes more. */
const SHORT_MS = 300

export class Logic {
  private readonly modules = new Map<string, { exports: object }>()
  private readonly configs = new Map<string, PageConfig>()
  private readonly running = new Map<NodeJS.Timeout, () => void>()
  private readonly sandbox: vm.Context
  private registering: PageConfig | null = null

  /** `complain` hears what is thrown in timers: on a phone it would be an error in the console. */
  constructor(
    private readonly dist: string,
    private readonly pending: Pending,
    private readonly complain: (error: unknown) => void,
    globals: Record<string, unknown>,
  ) {
    const register = (config: PageConfig) => void (this.registering = config)
    this.sandbox = vm.createContext({
      ...this.timerFunctions(),
      Page: register,
      Component: register,
      Behavior: (b: unknown) => b,
      __wxConfig: { envVersion: 'develop' },
      ...globals,
    })
  }

  /** What a page or component of the build registers itself with. */
  config(file: string): PageConfig {
    const known = this.configs.get(file)
    if (known) return known
    this.registering = null
    this.require(`${file}.js`)
    const config = this.registering as PageConfig | null
    if (!config) throw new Error(`${file}.js did not register itself`)
    this.configs.set(file, config)
    return config
  }

  require(file: string, from = '.'): object {
    let name = path.posix.join(from, file)
    if (!name.endsWith('.js')) name += '.js'
    const known = this.modules.get(name)
    if (known) return known.exports
    const module = { exports: {} }
    this.modules.set(name, module)
    const source = readFileSync(path.join(this.dist, name), 'utf8')
    const run = vm.runInContext(`(function(require,module,exports){${source}\n})`, this.sandbox, {
      filename: name,
    }) as (require: (f: string) => object, m: object, e: object) => void
    run.call(module.exports, (f) => this.require(f, path.posix.dirname(name)), module, module.exports)
    return module.exports
  }

  /** In a turn of its own, as the bridge calls back. */
  later(run: () => void): void {
    this.start(run, 0)
  }

  private start(run: () => void, ms: number): NodeJS.Timeout {
    const over = () => {
      this.running.get(handle)?.()
      this.running.delete(handle)
    }
    const handle = setTimeout(() => {
      try {
        run()
      } catch (error) {
        this.complain(error)
      }
      over()
    }, ms)
    if (ms > SHORT_MS) handle.unref()
    else void this.pending.add(new Promise<void>((resolve) => this.running.set(handle, resolve)))
    return handle
  }

  private timerFunctions(): Record<string, unknown> {
    const forget = (handle?: NodeJS.Timeout) => {
      if (!handle) return
      clearTimeout(handle)
      this.running.get(handle)?.()
      this.running.delete(handle)
    }
    return {
      setTimeout: (run: (...a: unknown[]) => void, ms = 0, ...args: unknown[]) =>
        this.start(() => run(...args), ms),
      setInterval: (run: () => void, ms: number) => setInterval(run, ms).unref(),
      clearTimeout: forget,
      clearInterval: forget,
    }
  }
}
