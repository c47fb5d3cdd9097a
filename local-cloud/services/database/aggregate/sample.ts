/** `$sample`: so many of the documents, by chance, none of them twice; mingo draws each anew and repeats them. */
import { failed } from '../errors'
import { type Fields, isFields } from '../values'

export function sample(docs: readonly Fields[], stage: unknown): Fields[] {
  const size = isFields(stage) ? stage['size'] : undefined
  if (typeof size !== 'number') throw failed('[FailedOperation] size argument to $sample must be a number')
  if (size < 0) throw failed('[FailedOperation] size argument to $sample must not be negative')
  const left = [...docs]
  const taken = Math.min(Math.floor(size), left.length)
  for (let i = 0; i < taken; i++) {
    const at = i + Math.floor(Math.random() * (left.length - i))
    const drawn = left[at] as Fields
    left[at] = left[i] as Fields
    left[i] = drawn
  }
  return left.slice(0, taken)
}
