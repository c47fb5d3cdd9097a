import path from 'node:path'
import vm from 'node:vm'

/** One node as WeChat's own compiled template describes it. */
export type VNode = string | { tag: string; attr?: Record<string, unknown>; children: VNode[] }
/** Renders a wxml file of the build with data, as the view layer would. */
export type Render = (wxml: string) => (data: unknown) => VNode & object

type Options = { maxBuffer: number }
/* eslint-disable @typescript-eslint/no-require-imports -- a CommonJS package without types */
const { wxmlToJs } = require('miniprogram-compiler') as { wxmlToJs(dir: string, options: Options): string }
// Asked directly: the package's own wrapper takes wcsc's failure for a style sheet.
const wcsc = require('miniprogram-compiler/src/wcsc') as (
  dir: string,
  files: string[],
  options: Options,
) => object | Error
/* eslint-enable @typescript-eslint/no-require-imports */
const OPTIONS = { maxBuffer: 64 << 20 }

/**
 * Compiles every wxml of a build with WeChat's own `wcc`; throws what wcc can't take. Its output patches built-ins, so
 * it runs in a realm of its own and data crosses as JSON. Warnings while rendering ("Template not found") are kept.
 */
export function compileTemplates(dist: string, warnings: string[]): Render {
  const source = wxmlToJs(dist, OPTIONS)
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

/** Compiles style sheets of a build with WeChat's own `wcsc`; throws what it can't take. Returns those it compiled. */
export function compileStyles(dist: string, files: readonly string[]): string[] {
  const names = files.map((file) => file.replace(/\.wxss$/, ''))
  const compiled = wcsc(path.resolve(dist), names, OPTIONS)
  // not `instanceof`: under jest the error comes from another realm
  if ('message' in compiled) throw new Error(`wcsc refused ${dist}: ${String(compiled)}`)
  return Object.keys(compiled)
}
