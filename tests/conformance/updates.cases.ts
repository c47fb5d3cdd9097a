import assert from 'node:assert/strict'
import { type Bench, type Case, caseOf, refusalOf, type Row } from './suite'

type Becomes = readonly [name: string, start: Row, change: (bench: Bench) => Row, end: Row]

const becomes: readonly Becomes[] = [
  ['sets a field', { n: 1 }, () => ({ n: 2, m: 'x' }), { n: 2, m: 'x' }],
  ['flattens objects into paths', { o: { p: 1, q: 2 } }, () => ({ o: { p: 3 } }), { o: { p: 3, q: 2 } }],
  ['sets a whole object', { o: { p: 1, q: 2 } }, ({ _ }) => ({ o: _['set']?.({ p: 3 }) }), { o: { p: 3 } }],
  ['sets an element by position', { a: [1, 2, 3] }, () => ({ 'a.1': 9 }), { a: [1, 9, 3] }],
  [
    'fills up with null on the way to a position',
    { a: [1] },
    () => ({ 'a.3': 4 }),
    { a: [1, null, null, 4] },
  ],
  ['makes objects on the way', {}, () => ({ 'o.p.q': 1 }), { o: { p: { q: 1 } } }],
  ['removes a field', { n: 1, m: 2 }, ({ _ }) => ({ n: _['remove']?.() }), { m: 2 }],
  [
    'removes a nested field',
    { o: { p: 1, q: 2 } },
    ({ _ }) => ({ o: { p: _['remove']?.() } }),
    { o: { q: 2 } },
  ],
  ['inc', { n: 1 }, ({ _ }) => ({ n: _['inc']?.(-3) }), { n: -2 }],
  ['inc of a missing field', {}, ({ _ }) => ({ n: _['inc']?.(3) }), { n: 3 }],
  ['mul', { n: 3 }, ({ _ }) => ({ n: _['mul']?.(2) }), { n: 6 }],
  ['mul of a missing field', {}, ({ _ }) => ({ n: _['mul']?.(2) }), { n: 0 }],
  ['min and max', { a: 5, b: 5 }, ({ _ }) => ({ a: _['min']?.(3), b: _['max']?.(9) }), { a: 3, b: 9 }],
  [
    'min and max that keep',
    { a: 5, b: 5 },
    ({ _ }) => ({ a: _['min']?.(7), b: _['max']?.(1) }),
    { a: 5, b: 5 },
  ],
  ['bit', { n: 12 }, ({ _ }) => ({ n: _['bit']?.({ and: 10 }) }), { n: 8 }],
  ['rename', { n: 1 }, ({ _ }) => ({ n: _['rename']?.('m') }), { m: 1 }],
  ['push', { a: [1] }, ({ _ }) => ({ a: _['push']?.(2, 3) }), { a: [1, 2, 3] }],
  ['push to a missing field', {}, ({ _ }) => ({ a: _['push']?.([1]) }), { a: [1] }],
  [
    'push at a position, sorted and cut',
    { a: [5, 1] },
    ({ _ }) => ({ a: _['push']?.({ each: [4, 3], position: 0, sort: 1, slice: 3 }) }),
    { a: [1, 3, 4] },
  ],
  [
    'push sorted by a field, the last kept',
    { a: [{ n: 2 }] },
    ({ _ }) => ({ a: _['push']?.({ each: [{ n: 3 }, { n: 1 }], sort: { n: 1 }, slice: -2 }) }),
    { a: [{ n: 2 }, { n: 3 }] },
  ],
  ['unshift', { a: [3] }, ({ _ }) => ({ a: _['unshift']?.([1, 2]) }), { a: [1, 2, 3] }],
  ['pop', { a: [1, 2] }, ({ _ }) => ({ a: _['pop']?.() }), { a: [1] }],
  ['shift', { a: [1, 2] }, ({ _ }) => ({ a: _['shift']?.() }), { a: [2] }],
  ['pull a value', { a: [1, 2, 1] }, ({ _ }) => ({ a: _['pull']?.(1) }), { a: [2] }],
  ['pull by a command', { a: [1, 5, 9] }, ({ _ }) => ({ a: _['pull']?.(_['gte']?.(5)) }), { a: [1] }],
  [
    'pull by fields',
    { a: [{ n: 1, m: 1 }, { n: 2 }] },
    ({ _ }) => ({ a: _['pull']?.({ n: 1 }) }),
    { a: [{ n: 2 }] },
  ],
  ['pullAll', { a: [1, 2, 3, 1] }, ({ _ }) => ({ a: _['pullAll']?.([1, 3]) }), { a: [2] }],
  ['addToSet', { a: [1] }, ({ _ }) => ({ a: _['addToSet']?.(1) }), { a: [1] }],
  [
    'addToSet of objects',
    { a: [{ n: 1 }] },
    ({ _ }) => ({ a: _['addToSet']?.({ n: 2 }) }),
    { a: [{ n: 1 }, { n: 2 }] },
  ],
  [
    'every element',
    { a: [{ n: 1 }, { n: 2 }] },
    ({ _ }) => ({ 'a.$[].n': _['inc']?.(10) }),
    { a: [{ n: 11 }, { n: 12 }] },
  ],
]

type Refused = readonly [name: string, start: Row, change: (bench: Bench) => Row, message: RegExp]

const refused: readonly Refused[] = [
  [
    'inc of a text',
    { n: 'x' },
    ({ _ }) => ({ n: _['inc']?.(1) }),
    /Cannot apply \$inc to a value of non-numeric type/,
  ],
  [
    'inc by a text',
    { n: 1 },
    ({ _ }) => ({ n: _['inc']?.('1') }),
    /Cannot increment with non-numeric argument/,
  ],
  [
    'push to a text',
    { a: 'x' },
    ({ _ }) => ({ a: _['push']?.([1]) }),
    /must be an array but is of type string/,
  ],
  [
    'pull from a number',
    { a: 1 },
    ({ _ }) => ({ a: _['pull']?.(1) }),
    /Cannot apply \$pull to a non-array value/,
  ],
  [
    'a path through null',
    { a: null },
    () => ({ 'a.b': 1 }),
    /Cannot create field 'b' in element \{a: null\}/,
  ],
  ['a path through a number', { a: 1 }, () => ({ 'a.b': 1 }), /Cannot create field 'b' in element/],
  ['a name in an array', { a: [1] }, () => ({ 'a.b': 1 }), /Cannot create field 'b' in element/],
  [
    'two changes of one place',
    { a: {} },
    ({ _ }) => ({ 'a.b': 1, a: _['set']?.({ c: 1 }) }),
    /would create a conflict at 'a'/,
  ],
  ['nothing, which `{a: {}}` becomes', { a: 1 }, () => ({ a: {} }), /update document is empty/],
]

export function updateCases(bench: Bench): Case[] {
  return [
    ...becomes.map(([name, start, change, end]) =>
      caseOf(bench, `update: ${name}`, async (b) => assert.deepEqual(await b.updated(start, change(b)), end)),
    ),
    ...refused.map(([name, start, change, message]) =>
      caseOf(bench, `update refuses ${name} and changes nothing`, async (b) => {
        const { errCode, errMsg } = await refusalOf(b.updated(start, change(b)))
        assert.match(errMsg, message)
        assert.equal(errCode, -502001)
        assert.deepEqual((await b.things.doc('x').get()).data, { _id: 'x', ...start })
      }),
    ),
    ...countCases(bench),
    ...setCases(bench),
  ]
}

function countCases(bench: Bench): Case[] {
  return [
    caseOf(bench, 'updated counts what changed, not what was found', async ({ given, things, _ }) => {
      await given({ _id: 'a', n: 1 }, { _id: 'b', n: 2 }, { _id: 'c', n: 2 })
      const { stats } = await things.where({ n: _['lte']?.(2) }).update({ data: { n: 2 } })
      assert.equal(stats.updated, 1)
      assert.equal((await things.doc('a').update({ data: { n: 2 } })).stats.updated, 0)
    }),
    caseOf(bench, 'a guarded update of nobody counts none', async ({ given, things, _ }) => {
      await given({ _id: 'a', left: 0 })
      const { stats } = await things
        .where({ _id: 'a', left: _['gt']?.(0) })
        .update({ data: { left: _['inc']?.(-1) } })
      assert.equal(stats.updated, 0)
      assert.equal((await things.doc('missing').update({ data: { n: 1 } })).stats.updated, 0)
    }),
    caseOf(bench, 'multi: false updates and removes one', async ({ given, things }) => {
      await given({ _id: 'a', n: 1 }, { _id: 'b', n: 1 }, { _id: 'c', n: 1 })
      assert.equal((await things.where({ n: 1 }).update({ data: { n: 2 }, multi: false })).stats.updated, 1)
      assert.equal((await things.where({ n: 1 }).remove({ multi: false })).stats.removed, 1)
      assert.equal((await things.count()).total, 2)
    }),
    caseOf(
      bench,
      'the positional operator changes the element that was found',
      async ({ given, things, _ }) => {
        await given({
          _id: 'a',
          lines: [
            { sku: 's', qty: 1 },
            { sku: 't', qty: 1 },
          ],
        })
        await things.where({ _id: 'a', 'lines.sku': 't' }).update({ data: { 'lines.$.qty': _['inc']?.(4) } })
        assert.deepEqual((await things.doc('a').get()).data?.['lines'], [
          { sku: 's', qty: 1 },
          { sku: 't', qty: 5 },
        ])
      },
    ),
    caseOf(bench, 'parallel guarded updates sell exactly what is there', async ({ given, things, _ }) => {
      await given({ _id: 'a', left: 3 })
      const buy = (): Promise<{ stats: { updated: number } }> =>
        things.where({ _id: 'a', left: _['gt']?.(0) }).update({ data: { left: _['inc']?.(-1) } })
      const sold = await Promise.all(Array.from({ length: 10 }, buy))
      assert.equal(sold.filter(({ stats }) => stats.updated === 1).length, 3)
      assert.equal((await things.doc('a').get()).data?.['left'], 0)
    }),
  ]
}

function setCases(bench: Bench): Case[] {
  return [
    caseOf(bench, 'set makes or replaces the whole document', async ({ things }) => {
      const made = await things.doc('a').set({ data: { n: 1, m: { o: 1 } } })
      assert.deepEqual(made.stats, { updated: 0, created: 1 })
      const replaced = await things.doc('a').set({ data: { p: 1 } })
      assert.deepEqual(replaced.stats, { updated: 1, created: 0 })
      assert.deepEqual((await things.doc('a').get()).data, { _id: 'a', p: 1 })
    }),
    caseOf(bench, 'set, update and add keep dates, numbers and server dates', async ({ things, db }) => {
      const at = new Date(1_700_000_000_123)
      const row = { at, big: 1_700_000_000_000, half: 1.5, minus: -1, none: null, deep: { at: [at] } }
      await things.add({ data: { _id: 'a', ...row, now: db.serverDate({ offset: 60_000 }) } })
      const { now, ...rest } = (await things.doc('a').get()).data ?? {}
      assert.deepEqual(rest, { _id: 'a', ...row })
      assert.ok(now instanceof Date)
    }),
    caseOf(bench, 'remove takes the document away and says how many', async ({ given, things }) => {
      await given({ _id: 'a' })
      assert.equal((await things.doc('a').remove()).stats.removed, 1)
      assert.equal((await things.doc('a').remove()).stats.removed, 0)
      assert.equal((await things.doc('a').get()).data, null)
    }),
    caseOf(bench, 'add makes ids, and takes several documents', async ({ things }) => {
      const one = await things.add({ data: { n: 1 } })
      assert.match(one._id, /^[0-9a-f]{32}$/)
      const many = await things.add({ data: [{ _id: 'a' }, { _id: 'b' }] })
      assert.deepEqual(many._ids, ['a', 'b'])
    }),
    caseOf(bench, 'documents 1 and "1" are two', async ({ given, things }) => {
      await given({ _id: 1, n: 'number' }, { _id: '1', n: 'text' })
      assert.equal((await things.doc(1).get()).data?.['n'], 'number')
      assert.equal((await things.doc('1').get()).data?.['n'], 'text')
    }),
  ]
}
