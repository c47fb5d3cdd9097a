import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** What is used here of webpack's assets and of the context that Taro hands to a plugin. */
type Assets = Record<string, { source(): string | Buffer; size(): number }>
interface PluginContext {
  paths: { sourcePath: string }
  modifyBuildAssets(change: (build: { assets: Assets }) => void): void
}

const ALWAYS = /^(wx:.*|is|data|data-sid|id|class|style|name|module|src|bindtap|catch.*)$/

/** Every word of our sources in lower case: a property that nobody names is given to no element. */
function wordsOf(folder: string): Set<string> {
  const words = new Set<string>()
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    const found = entry.isDirectory()
      ? wordsOf(file)
      : /\.tsx?$/.test(file)
        ? (readFileSync(file, 'utf8').match(/[A-Za-z]+/g) ?? [])
        : []
    for (const word of found) words.add(word.toLowerCase())
  }
  return words
}

/**
 * Taro's templates without the attributes whose property (`bindlongpress`: `onLongPress`) is not among `words`. Left out,
 * an attribute has WeChat's default, which is Taro's too; an event has no listener, and WeChat sends none.
 */
export function leanTemplates(wxml: string, words: ReadonlySet<string>): string {
  const used = (name: string) => words.has(name.replace(/^bind/, 'on').replace(/-/g, ''))
  return wxml
    .replace(/ ([a-z:-]+)="[^"]*"/g, (whole, name: string) => (ALWAYS.test(name) || used(name) ? whole : ''))
    .replace(/\n\s*/g, '\n')
}

/** `base.wxml` holds every element that is used, for each depth: two fifths of it are attributes that nobody gives. */
export default function leanTemplatesPlugin(ctx: PluginContext): void {
  ctx.modifyBuildAssets(({ assets }) => {
    const base = assets['base.wxml']
    if (!base) return
    const lean = leanTemplates(base.source().toString(), wordsOf(ctx.paths.sourcePath))
    assets['base.wxml'] = { ...base, source: () => lean, size: () => Buffer.byteLength(lean) }
  })
}
