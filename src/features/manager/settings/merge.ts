const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
type Plain = Readonly<Record<string, unknown>>
const isPlain = (x: unknown): x is Plain => typeof x === 'object' && x !== null && !Array.isArray(x)

/**
 * What I changed, put onto what others made of it: `was` is what both began with. A field that I left alone is theirs,
 * inside of objects too; a list that both changed is mine.
 */
export function mergeChanges<T>(was: T, mine: T, theirs: T): T {
  if (same(was, mine)) return theirs
  if (!isPlain(was) || !isPlain(mine) || !isPlain(theirs)) return mine
  const keys = new Set([...Object.keys(theirs), ...Object.keys(mine)])
  const merged = [...keys].map((key) => [key, mergeChanges(was[key], mine[key], theirs[key])] as const)
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined)) as T
}

/** The names, by field, of what differs; in the order of the names. */
export function changedNames<T extends object>(
  was: T,
  is: T,
  names: Readonly<Record<string, string>>,
): string[] {
  const of = (draft: T, path: string): unknown =>
    path.split('.').reduce<unknown>((inside, key) => (isPlain(inside) ? inside[key] : undefined), draft)
  return Object.entries(names).flatMap(([path, name]) => (same(of(was, path), of(is, path)) ? [] : name))
}
