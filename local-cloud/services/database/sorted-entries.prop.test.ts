import fc from 'fast-check'
import { SortedEntries } from './sorted-entries'

const key = fc.string({ maxLength: 2, unit: fc.constantFrom('a', 'b', 'c', 'd') })
const step = fc.record({ adds: fc.boolean(), key, order: fc.nat(400) })

test('whatever is added and removed, ranges are those of a sorted list, both ways', () =>
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 1, maxLength: 3000, size: 'max' }),
      key,
      key,
      (steps, from, to) => {
        const entries = new SortedEntries<string>()
        const model = new Map<string, { key: string; order: number }>()
        for (const { adds, key: at, order } of steps) {
          const id = `${at}:${order}`
          if (adds && !model.has(id)) {
            entries.insert({ key: at, order, value: id })
            model.set(id, { key: at, order })
          }
          if (!adds) {
            entries.remove(at, order)
            model.delete(id)
          }
        }
        const sorted = [...model]
          .filter(([, entry]) => entry.key >= from && entry.key < to)
          .sort(([, a], [, b]) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.order - b.order))
          .map(([id]) => id)
        expect([...entries.ascending(from, to)]).toEqual(sorted)
        expect([...entries.descending(from, to)]).toEqual(sorted.reverse())
        expect(entries.size).toBe(model.size)
      },
    ),
    { numRuns: 40 },
  ))
