/** What a filter says about single fields, as far as an index can use it. The rest is left to the predicate. */
import { type Fields, isFields, isScalar, type Scalar } from '../values'

export type Bound = { readonly value: Scalar; readonly inclusive: boolean }
export type Constraint = { points?: readonly Scalar[]; low?: Bound; high?: Bound }
export type Constraints = {
  readonly fields: ReadonlyMap<string, Constraint>
  /** Branches of one `$or`: a document matches at least one of them. */
  readonly branches: readonly Fields[] | null
}

/** Reads a filter; every document that matches it lies within the constraints. */
export function constraintsOf(filter: Fields): Constraints {
  const fields = new Map<string, Constraint>()
  const branches = read(filter, fields)
  return { fields, branches }
}

function read(filter: Fields, fields: Map<string, Constraint>): readonly Fields[] | null {
  let branches: readonly Fields[] | null = null
  for (const key in filter) {
    const value = filter[key]
    if (key === '$and' && Array.isArray(value)) {
      for (const part of value) if (isFields(part)) branches = read(part, fields) ?? branches
    } else if (key === '$or' && Array.isArray(value)) branches = value.filter(isFields)
    else if (key === '$expr') readExpression(value, fields)
    else if (!key.startsWith('$')) constrain(fields, key, value)
  }
  return branches
}

function constrain(fields: Map<string, Constraint>, field: string, value: unknown): void {
  if (isScalar(value)) return narrow(fields, field, { points: [value] })
  if (!isFields(value)) return
  for (const operator in value) {
    const operand = value[operator]
    if (operator === '$in' && Array.isArray(operand) && operand.every(isScalar)) {
      narrow(fields, field, { points: operand })
    } else if (isScalar(operand)) compare(fields, field, operator, operand)
  }
}

function compare(fields: Map<string, Constraint>, field: string, operator: string, value: Scalar): void {
  if (operator === '$eq') return narrow(fields, field, { points: [value] })
  if (value === null) return
  if (operator === '$gt') narrow(fields, field, { low: { value, inclusive: false } })
  if (operator === '$gte') narrow(fields, field, { low: { value, inclusive: true } })
  if (operator === '$lt') narrow(fields, field, { high: { value, inclusive: false } })
  if (operator === '$lte') narrow(fields, field, { high: { value, inclusive: true } })
}

/** Several statements about a field all hold, so any one of them is a valid bound; fewer points are better. */
function narrow(fields: Map<string, Constraint>, field: string, by: Constraint): void {
  const known = fields.get(field)
  if (!known) return void fields.set(field, { ...by })
  if (by.points && (!known.points || by.points.length < known.points.length)) known.points = by.points
  known.low ??= by.low as Bound
  known.high ??= by.high as Bound
}

const comparisons: Readonly<Record<string, string>> = {
  $eq: '$eq',
  $gt: '$gt',
  $gte: '$gte',
  $lt: '$lt',
  $lte: '$lte',
}
const mirrored: Readonly<Record<string, string>> = {
  $eq: '$eq',
  $gt: '$lt',
  $gte: '$lte',
  $lt: '$gt',
  $lte: '$gte',
}

/** `{$eq: ['$field', constant]}` and its like, alone or under `$and`: what the pipeline of a `lookup` matches by. */
function readExpression(expression: unknown, fields: Map<string, Constraint>): void {
  if (!isFields(expression)) return
  const all = expression['$and']
  if (Array.isArray(all)) for (const part of all) readExpression(part, fields)
  for (const operator in comparisons) {
    const operands = expression[operator]
    if (!Array.isArray(operands) || operands.length !== 2) continue
    const [left, right] = operands as [unknown, unknown]
    const name = fieldOf(left)
    const turned = fieldOf(right)
    if (name && isConstant(right)) compareExact(fields, name, operator, constantOf(right))
    else if (turned && isConstant(left))
      compareExact(fields, turned, mirrored[operator] as string, constantOf(left))
  }
}

/** An expression compares across types, a query doesn't: only equality with a value carries over to the index. */
function compareExact(fields: Map<string, Constraint>, name: string, operator: string, value: unknown): void {
  if (operator === '$eq' && isScalar(value)) narrow(fields, name, { points: [value] })
}

const fieldOf = (e: unknown): string | null =>
  typeof e === 'string' && e.startsWith('$') && !e.startsWith('$$') ? e.slice(1) : null

const isConstant = (e: unknown): boolean =>
  isFields(e) ? '$literal' in e : isScalar(e) && !(typeof e === 'string' && e.startsWith('$'))

const constantOf = (e: unknown): unknown => (isFields(e) ? e['$literal'] : e)
