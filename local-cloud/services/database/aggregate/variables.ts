/** Variables of a `lookup` put into an expression as literals, so that an index can serve the comparison. */
import { type Fields, isFields, plainValue } from '../values'

/** The expression with `$$name` and `$$name.path` replaced. Variables that the expression itself binds stay. */
export function bound(expression: unknown, variables: Fields | undefined): unknown {
  if (!variables) return expression
  if (typeof expression === 'string') return literalOf(expression, variables)
  if (Array.isArray(expression)) return expression.map((part) => bound(part, variables))
  if (!isFields(expression) || '$literal' in expression) return expression
  return Object.fromEntries(Object.entries(expression).map(([key, part]) => [key, bound(part, variables)]))
}

function literalOf(text: string, variables: Fields): unknown {
  if (!text.startsWith('$$')) return text
  const [name = '', ...path] = text.slice(2).split('.')
  if (!(name in variables)) return text
  return { $literal: plainValue(variables[name], path) ?? null }
}
