import path from 'node:path'
import vm from 'node:vm'

/** One node as WeChat's own compiled template describes it. */
export type VNode = string | { tag: string; attr?: Record<string, unknown>; children: VNode[] }
/** Renders a wxml file of the build with data, as the view layer would. */
export type Render = (wxml: string) => (data: unknown) => VNode & object

type Compiler = {
  wxmlToJs(dir: string, options: { maxBuffer: number }): string | Error
  wxssToJs(dir: string, options: { maxBuffer: number }): string | Error
}
// The compiler ships no types.
// eslint-disable-next-line @typescript-eslint/no-require-imports -- a CommonJS package without types
const compiler = require('miniprogram-compiler') as Compiler
const OPTIONS = { maxBuffer: 64 << 20 }

/**
 * Compiles every wxml of a build with WeChat's own `wcc`; throws what wcc can't take. Its output patches built-ins, so
 * it runs in a realm of its own and data crosses as JSON. Warnings while rendering ("Template not found") are kept.
 */
export function compileTemplates(dist: string, warnings: string[]): Render {
  const source = compiler.wxmlToJs(dist, OPTIONS)
  if (source instanceof Error || typeof source !== 'string')
    throw new Error(`wcc refused ${dist}: ${String(source)}`)
  const realm = vm.createContext({
    console: { log() {}, warn: (message: unknown) => warnings.push(String(message)) },
  })
  const render = vm.runInContext(
    `(function(){var window={__webview_engine_version__:0.02};var __WXML_GLOBAL__,$gwx,wh,$gwn,$gwl;
      var g=(function(){${source}})();return function(file,json){return JSON.stringify(g(file)(JSON.parse(json)));}})()`,
    realm,
    { filename: 'wcc-output.js' },
  ) as (file: string, json: string) => string
  return (file) => (data) => JSON.parse(render(file, JSON.stringify(data ?? {}))) as VNode & object
}

/** Compiles every wxss of a build with WeChat's own `wcsc`; throws what it can't take. Returns its output. */
export function compileStyles(dist: string): string {
  const source = compiler.wxssToJs(path.resolve(dist), OPTIONS)
  if (source instanceof Error || typeof source !== 'string')
    throw new Error(`wcsc refused ${dist}: ${String(source)}`)
  return source
}
