/**
 * Runs a COMPILED mini-program (dist/weapp) without WeChat DevTools.
 *  - Logic: app.js, vendors, pages in a bare `vm` context (logic.ts).
 *  - View: WeChat's own compiled templates (compile.ts).
 *  - Between them: setData crosses as JSON, is measured and applied by path; taps bubble to the handlers.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { format } from 'node:util'
import { compileTemplates, type Render } from './compile'
import { dispatch } from './events'
import { layOut } from './layout'
import { Logic } from './logic'
import { applyPath, clone, type PageConfig, type PageInstance } from './page'
import { Pending } from './pending'
import { renderPage } from './render'
import { type Owner, type TreeNode } from './tree'
import { makeWx, selectorQuery, type OpenMode, type WxHost } from './wx-stub'

export type AppJson = {
  readonly pages: readonly string[]
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[]
}
/** Replaces parts of `wx`: `{cloud: {...}}`, `requestPayment`… What goes over the network is told to `track`. */
export type WxParts = (track: <T>(call: Promise<T>) => Promise<T>) => Record<string, unknown>
type AppObject = { onLaunch?: (o: object) => void; onShow?: (o: object) => void }

/** More turns than any screen needs to come to rest. */
const MOST_TURNS = 20_000

export class WeappApp {
  readonly stack: PageInstance[] = []
  readonly wxCalls: [string, unknown][] = []
  /** Warnings of the templates, errors in the console, exceptions: each is a fault of the build. */
  readonly complaints: string[] = []
  readonly appJson: AppJson
  readonly template: Render
  private readonly pending = new Pending()
  private readonly logic: Logic
  private readonly tabs = new Map<string, PageInstance>()
  private readonly dirty = new Set<PageInstance>()
  private app: AppObject = {}

  constructor(
    readonly dist: string,
    parts: WxParts,
    readonly storage = new Map<string, unknown>(),
  ) {
    this.appJson = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as AppJson
    const complain = (...what: unknown[]) => void this.complaints.push(format(...what))
    this.template = compileTemplates(dist, this.complaints)
    this.logic = new Logic(dist, this.pending, complain, {
      console: { log() {}, info() {}, debug() {}, warn() {}, error: complain },
      wx: makeWx(
        this.host(),
        parts((call) => this.pending.add(call)),
      ),
      App: (app: AppObject) => void (this.app = app),
      getApp: () => this.app,
      getCurrentPages: () => [...this.stack],
    })
    this.logic.require('app.js')
    const launch = { path: this.appJson.pages[0], query: {}, scene: 1001 }
    this.app.onLaunch?.(launch)
    this.app.onShow?.(launch)
  }

  get page(): PageInstance {
    const top = this.stack.at(-1)
    if (!top) throw new Error('no page is open')
    return top
  }
  /** Every page of app.json, subpackages included. */
  get routes(): string[] {
    const { pages, subPackages } = this.appJson
    return [...pages, ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`))]
  }

  /** The page (or a mounted component) as a person sees it now; throws on anything the build complains of. */
  see(page: PageInstance = this.page): TreeNode {
    const tree = renderPage(this, page)
    if (this.complaints.length > 0) throw new Error([...new Set(this.complaints)].join('\n'))
    return tree
  }

  /** Lands on a page as a person does: onLoad(query), onShow, onReady. A tab that was open before is shown again. */
  open(url: string, mode: OpenMode = 'push'): PageInstance {
    const [raw = '', query = ''] = url.split('?')
    const route = raw.replace(/^\//, '')
    const tab = mode === 'tab' ? this.tabs.get(route) : undefined
    // asked before anything closes: an unknown page leaves the stack as it was
    const page = tab ?? this.instance(route, route, query)
    this.makeRoom(mode)
    this.stack.push(page)
    if (!tab) page.onLoad?.(page.options)
    page.onShow?.()
    if (!tab) page.onReady?.()
    if (mode === 'tab') this.tabs.set(route, page)
    return page
  }

  /** Mounts a native component of the build beside the page on top: the custom tab bar. */
  mount(file: string): PageInstance {
    const component = this.instance(file, this.page.route, '')
    component.created?.()
    component.attached?.()
    component.ready?.()
    return component
  }

  /** What a component of the build (Taro's `comp`, `custom-wrapper`) registers itself with. */
  component(file: string): PageConfig {
    return this.logic.config(file)
  }

  /** setData as the bridge does it: JSON only, measured, applied by path. */
  setDataFor(owner: Owner, page: PageInstance): (patch: object, done?: () => void) => void {
    return (patch, done) => {
      const json = JSON.stringify(patch)
      page.setDataLog.push({ bytes: Buffer.byteLength(json), keys: Object.keys(patch) })
      for (const [key, value] of Object.entries(JSON.parse(json) as object)) applyPath(owner.data, key, value)
      this.dirty.add(page)
      if (done) this.logic.later(() => done.call(owner))
    }
  }

  async fire(node: TreeNode, type: string, detail: object = {}): Promise<void> {
    dispatch(node, type, detail)
    await this.settle()
  }
  tap(node: TreeNode): Promise<void> {
    return this.fire(node, 'tap', { x: 1, y: 1 })
  }
  /** Taps what reads `text`. */
  tapText(text: string): Promise<void> {
    return this.tap(this.see().byText(text))
  }
  /** Pulls the page down. */
  async pull(): Promise<void> {
    this.page.onPullDownRefresh?.()
    await this.settle()
  }

  /** Waits until React, Taro, setData and the network have nothing on their way, and the view has drawn. */
  async settle(): Promise<void> {
    for (let idle = 0, turns = 0; idle < 2 || this.dirty.size > 0; turns++) {
      if (turns > MOST_TURNS) throw new Error(`the app never came to rest: ${this.pending.size} pending`)
      await new Promise((resolve) => setImmediate(resolve))
      idle = this.pending.size > 0 ? 0 : idle + 1
      if (this.pending.size > 0) await this.pending.next()
      else if (idle >= 2) this.draw()
    }
  }
  /** Settles and looks; throws with what the page reads instead of `text`. */
  async reads(text: string): Promise<TreeNode> {
    await this.settle()
    const tree = this.see()
    if (tree.text.includes(text)) return tree
    throw new Error(`the page does not read 「${text}」 but: ${tree.text.slice(0, 500)}`)
  }

  /** The view draws what setData brought: only then do Taro's custom wrappers attach, and update by themselves. */
  private draw(): void {
    const pages = [...this.dirty]
    this.dirty.clear()
    for (const page of pages) renderPage(this, page)
  }

  private instance(file: string, route: string, query: string): PageInstance {
    const { methods, ...config } = this.logic.config(file)
    const native = {
      selectComponent: () => null,
      getPageId: () => route,
      getTabBar: () => null,
      createSelectorQuery: () => selectorQuery(this.host()),
    }
    const page = Object.assign(Object.create(native) as object, config, methods, {
      template: `${file}.wxml`,
      route,
      __route__: route,
      options: Object.fromEntries(new URLSearchParams(query)),
      data: clone(config.data ?? {}),
      setDataLog: [],
      wrappers: new Map(),
    }) as unknown as PageInstance
    page.setData = this.setDataFor(page, page)
    return page
  }

  /** What a way of opening does to the pages that are there. Tabs live on, other pages end. */
  private makeRoom(mode: OpenMode): void {
    if (mode === 'push') return this.stack.at(-1)?.onHide?.()
    if (mode === 'replace') return this.stack.pop()?.onUnload?.()
    for (const page of this.stack.splice(0).reverse()) {
      if (mode === 'tab' && this.tabs.get(page.route) === page) page.onHide?.()
      else page.onUnload?.()
    }
    if (mode === 'relaunch') this.tabs.clear()
  }

  private host(): WxHost {
    return {
      storage: this.storage,
      calls: this.wxCalls,
      firstPage: this.appJson.pages[0] ?? '',
      open: (url, mode) => void this.open(url, mode),
      back: () => {
        this.stack.pop()?.onUnload?.()
        this.stack.at(-1)?.onShow?.()
      },
      later: (run) => this.logic.later(run),
      boxes: (selector) => {
        if (this.stack.length === 0) return []
        const tree = renderPage(this, this.page)
        return (selector === null ? [tree] : tree.findAll(selector.replaceAll('>>>', ' '))).map(layOut)
      },
    }
  }
}
