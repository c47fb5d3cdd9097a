import assert from 'node:assert/strict'
import { type Bench, type Case, caseOf, COLLECTION, type Pipeline, refusalOf, type Row } from './suite'

type Stages = readonly [
  name: string,
  start: Row[],
  build: (p: Pipeline, bench: Bench) => Pipeline,
  rows: Row[],
]

const sales: Row[] = [
  { _id: 1, sku: 'latte', qty: 2, at: ['am'] },
  { _id: 2, sku: 'mocha', qty: 1, at: [] },
  { _id: 3, sku: 'latte', qty: 5, at: ['am', 'pm'] },
]

const stages: readonly Stages[] = [
  [
    'match and sort',
    sales,
    (p) => p['match']!({ sku: 'latte' })['sort']!({ qty: -1 })['project']!({ qty: 1 }),
    [
      { _id: 3, qty: 5 },
      { _id: 1, qty: 2 },
    ],
  ],
  [
    'skip and limit',
    sales,
    (p) => p['sort']!({ _id: 1 })['skip']!(1)['limit']!(1)['project']!({ _id: 1 }),
    [{ _id: 2 }],
  ],
  ['count', sales, (p) => p['match']!({ sku: 'latte' })['count']!('n'), [{ n: 2 }]],
  [
    'group',
    sales,
    (p, { $ }) =>
      p['group']!({
        _id: '$sku',
        sum: $['sum']!('$qty'),
        n: $['sum']!(1),
        most: $['max']!('$qty'),
        avg: $['avg']!('$qty'),
      })['sort']!({ _id: 1 }),
    [
      { _id: 'latte', sum: 7, n: 2, most: 5, avg: 3.5 },
      { _id: 'mocha', sum: 1, n: 1, most: 1, avg: 1 },
    ],
  ],
  [
    'group: push, first, last, addToSet',
    sales,
    (p, { $ }) =>
      p['sort']!({ _id: 1 })['group']!({
        _id: null,
        all: $['push']!('$qty'),
        first: $['first']!('$_id'),
        last: $['last']!('$_id'),
        skus: $['addToSet']!('$sku'),
      }),
    [{ _id: null, all: [2, 1, 5], first: 1, last: 3, skus: ['latte', 'mocha'] }],
  ],
  [
    'unwind drops empty arrays',
    sales,
    (p) => p['sort']!({ _id: 1 })['unwind']!('$at')['project']!({ at: 1 }),
    [
      { _id: 1, at: 'am' },
      { _id: 3, at: 'am' },
      { _id: 3, at: 'pm' },
    ],
  ],
  [
    'unwind that keeps them, with the position',
    sales.slice(0, 2),
    (p) =>
      p['unwind']!({ path: '$at', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true })['project']!({
        at: 1,
        i: 1,
      })['sort']!({ _id: 1 }),
    [
      { _id: 1, at: 'am', i: 0 },
      { _id: 2, i: null },
    ],
  ],
  [
    'addFields',
    sales.slice(0, 1),
    (p, { $ }) => p['addFields']!({ double: $['multiply']!(['$qty', 2]) }),
    [{ _id: 1, sku: 'latte', qty: 2, at: ['am'], double: 4 }],
  ],
  ['replaceRoot', [{ _id: 1, o: { a: 1 } }], (p) => p['replaceRoot']!({ newRoot: '$o' }), [{ a: 1 }]],
  [
    'sortByCount',
    sales,
    (p) => p['sortByCount']!('$sku'),
    [
      { _id: 'latte', count: 2 },
      { _id: 'mocha', count: 1 },
    ],
  ],
  [
    'bucket',
    sales,
    (p) => p['bucket']!({ groupBy: '$qty', boundaries: [0, 2, 10], default: 'other' }),
    [
      { _id: 0, count: 1 },
      { _id: 2, count: 2 },
    ],
  ],
  [
    'lookup by fields, over elements of an array too',
    [
      { _id: 'o', wants: ['p', 'q'] },
      { _id: 'p', n: 1 },
      { _id: 'q', n: 2 },
    ],
    (p) =>
      p['match']!({ _id: 'o' })['lookup']!({
        from: COLLECTION,
        localField: 'wants',
        foreignField: '_id',
        as: 'got',
      })['project']!({ got: 1 }),
    [
      {
        _id: 'o',
        got: [
          { _id: 'p', n: 1 },
          { _id: 'q', n: 2 },
        ],
      },
    ],
  ],
  [
    'lookup by a missing field joins null',
    [{ _id: 'o' }, { _id: 'p', n: 1 }],
    (p) =>
      p['match']!({ _id: 'o' })['lookup']!({
        from: COLLECTION,
        localField: 'none',
        foreignField: 'n',
        as: 'got',
      }),
    [{ _id: 'o', got: [{ _id: 'o' }] }],
  ],
  [
    'lookup by a pipeline',
    [
      { _id: 'o', min: 2 },
      { _id: 'p', of: 'o', n: 1 },
      { _id: 'q', of: 'o', n: 2 },
      { _id: 'r', of: 'o', n: 3 },
    ],
    (p, { $, _ }) =>
      p['match']!({ _id: 'o' })['lookup']!({
        from: COLLECTION,
        let: { id: '$_id', min: '$min' },
        pipeline: pipelineOf($)['match']!(
          _['expr']!($['and']!([$['eq']!(['$of', '$$id']), $['gte']!(['$n', '$$min'])])),
        )['sort']!({ n: -1 })['project']!({ _id: 0, n: 1 })['done']!(),
        as: 'got',
      }),
    [{ _id: 'o', min: 2, got: [{ n: 3 }, { n: 2 }] }],
  ],
  [
    'geoNear',
    [
      { _id: 'far', at: { type: 'Point', coordinates: [121.5, 31.2] } },
      { _id: 'here', at: { type: 'Point', coordinates: [121.47, 31.23] } },
    ],
    (p, { db }) =>
      p['geoNear']!({
        near: new (db.Geo['Point'] as new (...a: unknown[]) => unknown)(121.47, 31.23),
        distanceField: 'metres',
        spherical: true,
        maxDistance: 1000,
      })['project']!({ metres: 1 }),
    [{ _id: 'here', metres: 0 }],
  ],
]

const pipelineOf = ($: Bench['$']): Pipeline => $['pipeline']?.() as Pipeline

/** [name, expression over `row`, its value] */
type Value = readonly [name: string, expression: (bench: Bench) => unknown, value: unknown]
const row: Row = {
  n: -7.5,
  m: 2,
  s: 'Hello 世界',
  a: [3, 1, 2],
  o: { k: 1 },
  at: new Date('2026-11-22T03:04:05.006Z'),
}

const values: readonly Value[] = [
  ['abs', ({ $ }) => $['abs']!('$n'), 7.5],
  ['add', ({ $ }) => $['add']!(['$m', 3]), 5],
  ['ceil and floor', ({ $ }) => $['add']!([$['ceil']!('$n'), $['floor']!('$n')]), -15],
  ['divide and mod', ({ $ }) => $['add']!([$['divide']!([9, '$m']), $['mod']!([9, '$m'])]), 5.5],
  ['pow, sqrt, trunc', ({ $ }) => $['add']!([$['pow']!(['$m', 3]), $['sqrt']!(16), $['trunc']!('$n')]), 5],
  ['subtract of dates', ({ $ }) => $['subtract']!(['$at', new Date('2026-11-22T03:04:05.000Z')]), 6],
  ['arrayElemAt', ({ $ }) => $['arrayElemAt']!(['$a', -1]), 2],
  [
    'concatArrays and reverseArray',
    ({ $ }) => $['concatArrays']!(['$a', $['reverseArray']!('$a')]),
    [3, 1, 2, 2, 1, 3],
  ],
  ['filter', ({ $ }) => $['filter']!({ input: '$a', as: 'x', cond: $['gte']!(['$$x', 2]) }), [3, 2]],
  ['map', ({ $ }) => $['map']!({ input: '$a', as: 'x', in: $['multiply']!(['$$x', 10]) }), [30, 10, 20]],
  [
    'reduce',
    ({ $ }) => $['reduce']!({ input: '$a', initialValue: 0, in: $['add']!(['$$value', '$$this']) }),
    6,
  ],
  ['in and indexOfArray', ({ $ }) => [$['in']!([1, '$a']), $['indexOfArray']!(['$a', 2])], [true, 2]],
  [
    'range and slice',
    ({ $ }) => [$['range']!([0, 6, 2]), $['slice']!(['$a', 2])],
    [
      [0, 2, 4],
      [3, 1],
    ],
  ],
  ['size and isArray', ({ $ }) => [$['size']!('$a'), $['isArray']!('$s')], [3, false]],
  [
    'zip',
    ({ $ }) => $['zip']!({ inputs: ['$a', ['x', 'y', 'z']] }),
    [
      [3, 'x'],
      [1, 'y'],
      [2, 'z'],
    ],
  ],
  [
    'cond and ifNull',
    ({ $ }) => [$['cond']!({ if: $['gt']!(['$m', 1]), then: 'y', else: 'n' }), $['ifNull']!(['$none', 0])],
    ['y', 0],
  ],
  [
    'switch',
    ({ $ }) => $['switch']!({ branches: [{ case: $['eq']!(['$m', 2]), then: 'two' }], default: '?' }),
    'two',
  ],
  [
    'and, or, not',
    ({ $ }) => [$['and']!([true, '$m']), $['or']!([false, 0]), $['not']!([0])],
    [true, false, true],
  ],
  [
    'comparisons across types',
    ({ $ }) => [$['gt']!(['a', 5]), $['lt']!([null, 0]), $['gte']!(['$none', null])],
    [true, true, false],
  ],
  ['cmp', ({ $ }) => $['cmp']!(['$m', 5]), -1],
  ['concat, toUpper, toLower', ({ $ }) => $['concat']!([$['toUpper']!('a'), $['toLower']!('B')]), 'Ab'],
  ['indexOfCP counts characters', ({ $ }) => $['indexOfCP']!(['$s', '界']), 7],
  ['indexOfBytes counts bytes', ({ $ }) => $['indexOfBytes']!(['$s', '界']), 9],
  ['substr to the end', ({ $ }) => $['substr']!(['$s', 6, -1]), '世界'],
  ['substrBytes', ({ $ }) => $['substrBytes']!(['$s', 6, 3]), '世'],
  ['substrCP', ({ $ }) => $['substrCP']!(['$s', 6, 1]), '世'],
  ['strLenCP and strLenBytes', ({ $ }) => [$['strLenCP']!('$s'), $['strLenBytes']!('$s')], [8, 12]],
  ['split', ({ $ }) => $['split']!(['$s', ' ']), ['Hello', '世界']],
  ['strcasecmp', ({ $ }) => $['strcasecmp']!(['ABC', 'abc']), 0],
  [
    'dateToString in the shop’s zone',
    ({ $ }) => $['dateToString']!({ date: '$at', format: '%Y-%m-%d %H:%M', timezone: 'Asia/Shanghai' }),
    '2026-11-22 11:04',
  ],
  [
    'year, month, dayOfMonth, hour',
    ({ $ }) => ['year', 'month', 'dayOfMonth', 'hour'].map((f) => $[f]!('$at')),
    [2026, 11, 22, 3],
  ],
  ['week counts from Sunday', ({ $ }) => $['week']!('$at'), 47],
  [
    'dayOfWeek, dayOfYear, isoWeek',
    ({ $ }) => ['dayOfWeek', 'dayOfYear', 'isoWeek'].map((f) => $[f]!('$at')),
    [1, 326, 47],
  ],
  [
    'dateFromParts',
    ({ $ }) => $['dateFromParts']!({ year: 2026, month: 1, day: 2 }),
    new Date('2026-01-02T00:00:00Z'),
  ],
  [
    'mergeObjects and objectToArray',
    ({ $ }) => [$['mergeObjects']!(['$o', { j: 2 }]), $['objectToArray']!('$o')],
    [{ k: 1, j: 2 }, [{ k: 'k', v: 1 }]],
  ],
  ['arrayToObject of k and v', ({ $ }) => $['arrayToObject']!([[{ k: 'a', v: 1 }]]), { a: 1 }],
  ['arrayToObject', ({ $ }) => $['arrayToObject']!([[['a', 1]]]), { a: 1 }],
  [
    'sets',
    ({ $ }) => [
      $['setUnion']!(['$a', [9]]),
      $['setIsSubset']!([[1], '$a']),
      $['setDifference']!(['$a', [3]]),
    ],
    [[1, 2, 3, 9], true, [1, 2]],
  ],
  [
    'let and literal',
    ({ $ }) => [$['let']!({ vars: { x: '$m' }, in: $['add']!(['$$x', 1]) }), $['literal']!('$m')],
    [3, '$m'],
  ],
]

/** Sets come in no order. */
const sortedSets = (value: unknown): unknown =>
  Array.isArray(value) && value.every((x) => typeof x === 'number') ? [...value].sort() : value

export function aggregateCases(bench: Bench): Case[] {
  return [
    ...stages.map(([name, start, build, rows]) =>
      caseOf(bench, `aggregate: ${name}`, async (b) => {
        await b.given(...start)
        assert.deepEqual(await b.rows((p) => build(p, b)), rows)
      }),
    ),
    ...values.map(([name, expression, value]) =>
      caseOf(bench, `expression: ${name}`, async (b) => {
        await b.given({ _id: 'x', ...row })
        const [got] = await b.rows((p) => p['project']!({ _id: 0, v: expression(b) }))
        const v = got?.['v']
        assert.deepEqual(name === 'sets' ? (v as unknown[]).map(sortedSets) : v, value)
      }),
    ),
    caseOf(bench, 'aggregates leave the documents as they are', async ({ given, rows, things }) => {
      await given({ _id: 'a', o: { p: [1, 2], q: 1 } })
      await rows((p) => p['unwind']!('$o.p')['addFields']!({ 'o.q': 9 })['project']!({ 'o.p': 0 }))
      assert.deepEqual((await things.doc('a').get()).data, { _id: 'a', o: { p: [1, 2], q: 1 } })
    }),
    caseOf(bench, 'stages that the SDK names and lacks throw', ({ things }) => {
      for (const stage of ['facet', 'graphLookup', 'redact', 'out']) {
        assert.throws(() => things.aggregate()[stage]!({}), TypeError)
      }
      return Promise.resolve()
    }),
    caseOf(bench, 'a lookup of neither fields nor pipeline is refused', async ({ given, rows }) => {
      await given({ _id: 'a' })
      assert.match(
        (await refusalOf(rows((p) => p['lookup']!({ from: COLLECTION, as: 'x' })))).errMsg,
        /lookup/,
      )
    }),
  ]
}
