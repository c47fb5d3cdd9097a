/** Where a table's code leads: the store and the table whose name is printed there. */
export type TableScene = { readonly storeId: string; readonly table: string }

/**
 * Reads the `scene` of a mini-program code: `table:<storeId>:<table>`, percent-encoded once by WeChat.
 * Anything else is null: a code may be old, cut off, or not ours.
 */
export function tableScene(scene: string | undefined): TableScene | null {
  if (scene === undefined) return null
  const match = /^table:([A-Za-z0-9_-]{1,20}):([A-Za-z0-9_-]{1,20})$/.exec(decoded(scene))
  if (match === null) return null
  const [, storeId = '', table = ''] = match
  return { storeId, table }
}

function decoded(scene: string): string {
  try {
    return decodeURIComponent(scene)
  } catch {
    return scene
  }
}

/** The query of a page path, decoded: `/a/b?scene=x` → {scene: 'x'}. */
export function queryOf(path: string): Record<string, string> {
  const query = path.split('?')[1] ?? ''
  const pairs = query.split('&').filter((pair) => pair !== '')
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      return at < 0 ? [pair, ''] : [pair.slice(0, at), decoded(pair.slice(at + 1))]
    }),
  )
}
