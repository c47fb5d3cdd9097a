/**
 * Runs a COMPILED mini-program (dist/weapp) without WeChat DevTools.
 *  - Logic: app.js, vendors, pages in a bare `vm` context (no window, no document), as in WeChat's logic layer.
 *  - View: WeChat's own compiled templates (compile.ts).
 *  - Between them: setData crosses as JSON, is measured and applied by path; taps bubble to the handlers.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { compileTemplates, type Render } from './compile'
import { applyPath, type PageConfig, type PageInstance } from './page'
import { renderPage } from './render'
import { type Owner, type TreeNode } from './tree'
import { makeWx, selectorQuery } from './wx-stub'

type Options = {
  /** Replaces parts of `wx`: `{cloud: {...}}`, `requestPayment`… */
  readonly wx?: Record<string, unknown>
  readonly console?: Pick<Console, 'log' | 'warn' | 'error' | 'info' | 'debug'>
}
type OpenMode = 'push' | 'replace' | 'relaunch' | 'tab'
type AppObject = { onLaunch?: (o: object) => void; onShow?: (o: object) => void }

const clone = <T>(value: T): T => JSON.parse(JSON.stringify(value ?? {})) as T

export class WeappApp {
  readonly stack: PageInstance[] = []
  readonly storage = new Map<string, unknown>()
  readonly wxCalls: [string, unknown][] = []
  readonly warnings: string[] = []
  readonly appJson: { pages: string[]; tabBar?: { list: { pagePath: string }[] } }
  readonly template: Render
  private readonly modules = new Map<string, { exports: object }>()
  private readonly pages = new Map<string, PageConfig>()
  private readonly timers = new Set<NodeJS.Timeout>()
  private readonly sandbox: vm.Context
  private registering: PageConfig | null = null
  private app: AppObject = {}

  constructor(
    readonly dist: string,
    options: Options = {},
  ) {
    this.appJson = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as WeappApp['appJson']
    this.template = compileTemplates(dist, this.warnings)
    const register = (config: PageConfig) => void (this.registering = config)
    this.sandbox = vm.createContext({
      console: options.console ?? console,
      ...this.timerFunctions(),
      wx: this.wx(options.wx ?? {}),
      App: (app: AppObject) => void (this.app = app),
      Page: register,
      Component: register,
      Behavior: (b: unknown) => b,
      getApp: () => this.app,
      getCurrentPages: () => [...this.stack],
      __wxConfig: { envVersion: 'develop' },
    })
    this.require('app.js')
    const launch = { path: this.appJson.pages[0], query: {}, scene: 1001 }
    this.app.onLaunch?.(launch)
    this.app.onShow?.(launch)
  }

  get page(): PageInstance {
    const top = this.stack.at(-1)
    if (!top) throw new Error('no page is open')
    return top
  }

  /** The page as a person sees it now; throws on any warning of the templates. */
  see(): TreeNode {
    const tree = renderPage(this, this.page)
    if (this.warnings.length > 0) throw new Error(`wxml: ${[...new Set(this.warnings)].join('; ')}`)
    return tree
  }

  /** Lands on a page as a person does: onLoad(query), onShow, onReady. */
  open(url: string, mode: OpenMode = 'push'): PageInstance {
    const [raw = '', query = ''] = url.split('?')
    const route = raw.replace(/^\//, '')
    const config = this.pageConfig(route)
    if (mode === 'push' || mode === 'tab') this.stack.at(-1)?.onHide?.()
    if (mode === 'replace') this.stack.pop()?.onUnload?.()
    if (mode === 'relaunch') while (this.stack.length > 0) this.stack.pop()?.onUnload?.()
    const page: PageInstance = Object.assign(
      Object.create({ selectComponent: () => null, getPageId: () => route, getTabBar: () => null }) as object,
      config,
      {
        route,
        __route__: route,
        options: Object.fromEntries(new URLSearchParams(query)),
        data: clone(config.data),
        setDataLog: [],
        wrappers: new Map(),
        createSelectorQuery: () => selectorQuery(this.host()),
        setData: () => {},
      },
    ) as PageInstance
    page.setData = this.setDataFor(page, page)
    this.stack.push(page)
    page.onLoad?.(page.options)
    page.onShow?.()
    page.onReady?.()
    return page
  }

  /** A component of the build (Taro's `comp`, `custom-wrapper`, the tab bar) as it registers itself. */
  component(file: string): PageConfig {
    return this.pageConfig(file)
  }

  /** setData as the bridge does it: JSON only, measured, applied by path. */
  setDataFor(owner: Owner, page: PageInstance): (patch: object, done?: () => void) => void {
    return (patch, done) => {
      const json = JSON.stringify(patch)
      page.setDataLog.push({ bytes: Buffer.byteLength(json), keys: Object.keys(patch) })
      for (const [key, value] of Object.entries(JSON.parse(json) as object)) applyPath(owner.data, key, value)
      if (done) this.later(() => done.call(owner))
    }
  }

  /** Dispatches an event with WeChat's bubbling: `bind` bubbles, `catch` stops. Fails when nobody listens. */
  async fire(node: TreeNode, type: string, detail: object = {}): Promise<void> {
    const bubbles = /^(tap|longpress|touch\w+)$/.test(type)
    let handled = 0
    for (let at: TreeNode | null = node; at && at.tag !== 'page'; at = bubbles ? at.parent : null) {
      const caught = at.attrs[`catch${type}`] ?? at.attrs[`catch:${type}`]
      const handler = caught ?? at.attrs[`bind${type}`] ?? at.attrs[`bind:${type}`]
      if (typeof handler !== 'string') continue
      handled++
      const event = {
        type,
        timeStamp: 0,
        target: target(node),
        currentTarget: target(at),
        detail,
        touches: [],
        mark: {},
      }
      ;(at.owner[handler] as (e: object) => void).call(at.owner, event)
      if (caught) break
    }
    if (handled === 0) throw new Error(`<${node.tag} id=${node.id}> does not listen to ${type}`)
    await this.settle()
  }
  tap(node: TreeNode): Promise<void> {
    return this.fire(node, 'tap', { x: 1, y: 1 })
  }

  /** Waits until React, Taro and setData have nothing scheduled. */
  async settle(): Promise<void> {
    for (let idle = 0, turns = 0; idle < 2; idle = this.timers.size > 0 ? 0 : idle + 1) {
      await new Promise((resolve) => setImmediate(resolve))
      if (++turns > 200_000) throw new Error(`the app never came to rest: ${this.timers.size} timers pending`)
    }
  }
  /** Settles until the page reads `text`; throws with what it reads instead when `turns` rounds were not enough. */
  async reads(text: string, turns = 2_000): Promise<TreeNode> {
    for (let i = 0; i < turns; i++) {
      await this.settle()
      const tree = this.see()
      if (tree.text.includes(text)) return tree
      await new Promise((resolve) => setImmediate(resolve))
    }
    throw new Error(`the page never read 「${text}」; it reads: ${this.see().text.slice(0, 500)}`)
  }

  private pageConfig(file: string): PageConfig {
    const known = this.pages.get(file)
    if (known) return known
    this.registering = null
    this.require(`${file}.js`)
    const config = this.registering as PageConfig | null
    if (!config) throw new Error(`${file}.js did not register itself`)
    this.pages.set(file, config)
    return config
  }

  private require(file: string, from = '.'): object {
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

  private later(run: () => void): void {
    ;(this.sandbox['setTimeout'] as (run: () => void, ms: number) => void)(run, 0)
  }

  /** Timers of the app; only short ones count for `settle` (React, Taro, setData), never countdowns or refreshes. */
  private timerFunctions(): Record<string, unknown> {
    const forget = (handle: NodeJS.Timeout) => {
      this.timers.delete(handle)
      clearTimeout(handle)
    }
    return {
      setTimeout: (run: (...a: unknown[]) => void, ms = 0, ...args: unknown[]) => {
        const handle = setTimeout(() => {
          this.timers.delete(handle)
          run(...args)
        }, ms)
        if (ms <= 300) this.timers.add(handle)
        else handle.unref()
        return handle
      },
      setInterval: (run: () => void, ms: number) => setInterval(run, ms).unref(),
      clearTimeout: forget,
      clearInterval: forget,
    }
  }

  private host() {
    return {
      storage: this.storage,
      calls: this.wxCalls,
      firstPage: this.appJson.pages[0] ?? '',
      open: (url: string, mode: OpenMode) => void this.open(url, mode),
      back: () => {
        this.stack.pop()?.onUnload?.()
        this.stack.at(-1)?.onShow?.()
      },
      later: (run: () => void) => this.later(run),
      exists: (selector: string) =>
        this.stack.length > 0 &&
        renderPage(this, this.page).findAll(selector.replaceAll('>>>', ' ')).length > 0,
    }
  }
  private wx(overrides: Record<string, unknown>): Record<string, unknown> {
    return makeWx(this.host(), overrides)
  }
}

const camel = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
function target(node: TreeNode) {
  const data = Object.entries(node.attrs).filter(([name]) => name.startsWith('data-'))
  return {
    id: node.id,
    offsetLeft: 0,
    offsetTop: 0,
    dataset: Object.fromEntries(data.map(([name, value]) => [camel(name.slice(5)), value])),
  }
}
