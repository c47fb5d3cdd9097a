/**
 * Filters as functions. Comparisons of scalars, which nearly all guards are, are tested directly; whatever else a
 * filter says, or a document holds (an array on the way), is decided by mingo with our corrections.
 */
import { Query } from 'mingo/query'
import { engineOptions } from '../operators/context'
import { type Fields, isFields, isScalar, type Scalar } from '../values'

export type Predicate = (doc: Fields) => boolean
/** `null`: can't tell. */
type Quick = (doc: Fields) => boolean | null

export function predicateOf(filter: Fields): Predicate {
  const quick = quickTests(filter)
  let query: Query<Fields> | null = null
  const general = (doc: Fields): boolean =>
    (query ??= new Query<Fields>(filter as never, engineOptions())).test(doc)
  if (!quick) {
    // compiled now, so that a filter that makes no sense is refused even where no document is tested
    query = new Query<Fields>(filter as never, engineOptions())
    return general
  }
  return (doc) => {
    for (const test of quick) {
      const passed = test(doc)
      if (passed === null) return general(doc)
      if (!passed) return false
    }
    return true
  }
}

function quickTests(filter: Fields): Quick[] | null {
  const tests: Quick[] = []
  for (const field in filter) {
    if (field.startsWith('$')) return null
    const operand = filter[field]
    const checks = isScalar(operand)
      ? checksOf({ $eq: operand })
      : isFields(operand)
        ? checksOf(operand)
        : null
    if (!checks) return null
    tests.push(quickTest(field.split('.'), checks))
  }
  return tests
}

type Check = (value: unknown) => boolean

function checksOf(operators: Fields): Check[] | null {
  const names = Object.keys(operators)
  if (!names.length) return null
  const checks: Check[] = []
  for (const name of names) {
    const made = check(name, operators[name])
    if (!made) return null
    checks.push(made)
  }
  return checks
}

function check(operator: string, operand: unknown): Check | null {
  if (operator === '$exists') return (v) => (v !== undefined) === Boolean(operand)
  if (operator === '$in' || operator === '$nin') {
    if (!Array.isArray(operand) || !operand.every(isScalar)) return null
    const found = (v: unknown): boolean => operand.some((o: Scalar) => same(v, o))
    return operator === '$in' ? found : (v) => !found(v)
  }
  if (!isScalar(operand)) return null
  if (operator === '$eq') return (v) => same(v, operand)
  if (operator === '$ne') return (v) => !same(v, operand)
  return operand === null ? null : comparison(operator, operand)
}

function comparison(operator: string, operand: Exclude<Scalar, null>): Check | null {
  const b = operand instanceof Date ? operand.getTime() : operand
  const by = (passes: (a: string | number | boolean) => boolean): Check => {
    if (operand instanceof Date) return (v) => v instanceof Date && passes(v.getTime())
    return (v) => typeof v === typeof operand && passes(v as string | number | boolean)
  }
  if (operator === '$gt') return by((a) => a > b)
  if (operator === '$gte') return by((a) => a >= b)
  if (operator === '$lt') return by((a) => a < b)
  if (operator === '$lte') return by((a) => a <= b)
  return null
}

function same(value: unknown, operand: Scalar): boolean {
  if (operand === null) return value === null || value === undefined
  if (operand instanceof Date) return value instanceof Date && value.getTime() === operand.getTime()
  return value === operand
}

function quickTest(path: readonly string[], checks: readonly Check[]): Quick {
  return (doc) => {
    let at: unknown = doc
    for (const segment of path) {
      if (typeof at !== 'object' || at === null) {
        at = undefined
        break
      }
      if (Array.isArray(at)) return null
      at = (at as Fields)[segment]
    }
    if (Array.isArray(at)) return null
    for (const passes of checks) if (!passes(at)) return false
    return true
  }
}
