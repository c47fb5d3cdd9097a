/** `$jsonSchema`, for which mingo wants a validator: the keywords that MongoDB documents for queries. */
import { notSupported } from '../errors'
import { equal, type Fields, isFields } from '../values'

type Check = (value: unknown) => boolean

const types: Readonly<Record<string, Check>> = {
  string: (v) => typeof v === 'string',
  object: isFields,
  array: (v) => Array.isArray(v),
  number: (v) => typeof v === 'number',
  double: (v) => typeof v === 'number' && !Number.isInteger(v),
  int: (v) => Number.isInteger(v),
  long: (v) => Number.isInteger(v),
  bool: (v) => typeof v === 'boolean',
  boolean: (v) => typeof v === 'boolean',
  date: (v) => v instanceof Date,
  regex: (v) => v instanceof RegExp,
  null: (v) => v === null,
}

/** Each keyword restricts only values of the type it speaks of. */
const keywords: Readonly<Record<string, (argument: never, schema: Fields) => Check>> = {
  bsonType: (names: string | string[]) => anyType(names),
  type: (names: string | string[]) => anyType(names),
  enum: (values: unknown[]) => (v) => values.some((x) => equal(x, v)),
  required: (names: string[]) => (v) => !isFields(v) || names.every((name) => v[name] !== undefined),
  properties: (schemas: Record<string, Fields>) => {
    const checks = Object.entries(schemas).map(([name, schema]) => [name, validatorOf(schema)] as const)
    return (v) => !isFields(v) || checks.every(([name, passes]) => v[name] === undefined || passes(v[name]))
  },
  additionalProperties: (allowed: boolean | Fields, { properties = {} }) => {
    const passes = typeof allowed === 'boolean' ? () => allowed : validatorOf(allowed)
    return (v) =>
      !isFields(v) || Object.keys(v).every((key) => key in (properties as Fields) || passes(v[key]))
  },
  minProperties: (n: number) => (v) => !isFields(v) || Object.keys(v).length >= n,
  maxProperties: (n: number) => (v) => !isFields(v) || Object.keys(v).length <= n,
  minimum:
    (n: number, { exclusiveMinimum }) =>
    (v) =>
      typeof v !== 'number' || (exclusiveMinimum ? v > n : v >= n),
  maximum:
    (n: number, { exclusiveMaximum }) =>
    (v) =>
      typeof v !== 'number' || (exclusiveMaximum ? v < n : v <= n),
  exclusiveMinimum: () => () => true,
  exclusiveMaximum: () => () => true,
  multipleOf: (n: number) => (v) => typeof v !== 'number' || v % n === 0,
  minLength: (n: number) => (v) => typeof v !== 'string' || [...v].length >= n,
  maxLength: (n: number) => (v) => typeof v !== 'string' || [...v].length <= n,
  pattern: (source: string) => {
    const expression = new RegExp(source)
    return (v) => typeof v !== 'string' || expression.test(v)
  },
  items: (schema: Fields) => {
    const passes = validatorOf(schema)
    return (v) => !Array.isArray(v) || v.every(passes)
  },
  minItems: (n: number) => (v) => !Array.isArray(v) || v.length >= n,
  maxItems: (n: number) => (v) => !Array.isArray(v) || v.length <= n,
  uniqueItems: (on: boolean) => (v) =>
    !on || !Array.isArray(v) || v.every((x, i) => v.slice(0, i).every((y) => !equal(x, y))),
  allOf: (schemas: Fields[]) => combined(schemas, (checks, v) => checks.every((passes) => passes(v))),
  anyOf: (schemas: Fields[]) => combined(schemas, (checks, v) => checks.some((passes) => passes(v))),
  oneOf: (schemas: Fields[]) =>
    combined(schemas, (checks, v) => checks.filter((passes) => passes(v)).length === 1),
  not: (schema: Fields) => {
    const passes = validatorOf(schema)
    return (v) => !passes(v)
  },
  title: () => () => true,
  description: () => () => true,
}

function anyType(names: string | string[]): Check {
  const checks = [names].flat().map((name) => {
    const passes = types[name]
    if (!passes) throw notSupported(`$jsonSchema with the type ${name}`)
    return passes
  })
  return (v) => checks.some((passes) => passes(v))
}

function combined(schemas: Fields[], passes: (checks: Check[], value: unknown) => boolean): Check {
  const checks = schemas.map(validatorOf)
  return (v) => passes(checks, v)
}

/** Whether values satisfy a schema. A keyword unknown here is refused, not ignored. */
export function validatorOf(schema: Fields): Check {
  const checks = Object.entries(schema).map(([keyword, argument]) => {
    const make = keywords[keyword]
    if (!make) throw notSupported(`$jsonSchema with ${keyword}`)
    return make(argument as never, schema)
  })
  return (value) => checks.every((passes) => passes(value))
}
