/**
 * What phones lack that run WeChat on iOS 13 to 15: `at`, `toSorted` and `Object.hasOwn` came with Safari 15.4 and 16.
 * The build compiles new syntax for them, but adds no missing methods; a lint rule keeps these out of `src` and `shared`.
 */
export function lastOf<T>(list: readonly T[]): T | undefined {
  return list[list.length - 1]
}

/** A sorted copy; `compare` as in `Array.sort`. */
export function sortedCopy<T>(list: readonly T[], compare?: (a: T, b: T) => number): T[] {
  return [...list].sort(compare)
}

export function hasOwn(of: object, key: PropertyKey): boolean {
  return Object.prototype.hasOwnProperty.call(of, key)
}
