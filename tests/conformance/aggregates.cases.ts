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
    'bucketAuto: as even as equal values allow',
    [1, 2, 3, 4, 5, 6].map((n) => ({ _id: n, half: n % 2 })),
    (p, { $ }) =>
      p['bucketAuto']!({ groupBy: '$_id', buckets: 3, output: { n: $['sum']!(1), most: $['max']!('$_id') } }),
    [
      { _id: { min: 1, max: 3 }, n: 2, most: 2 },
      { _id: { min: 3, max: 5 }, n: 2, most: 4 },
      { _id: { min: 5, max: 6 }, n: 2, most: 6 },
    ],
  ],
  [
    'bucketAuto: equal values stay together, and make fewer buckets',
    [1, 2, 3, 4, 5, 6].map((n) => ({ _id: n, half: n % 2 })),
    (p) => p['bucketAuto']!({ groupBy: '$half', buckets: 4 }),
    [
      { _id: { min: 0, max: 1 }, count: 3 },
      { _id: { min: 1, max: 1 }, count: 3 },
    ],
  ],
  [
    'group: deviations of all and of a sample, null where there are none',
    [2, 4, 6, 'x'].map((n, i) => ({ _id: i, n, one: i === 0 ? 1 : null })),
    (p, { $ }) =>
      p['group']!({
        _id: null,
        sample: $['stdDevSamp']!('$n'),
        all: $['stdDevPop']!('$one'),
        ofOne: $['stdDevSamp']!('$one'),
        ofNone: $['stdDevPop']!('$none'),
      }),
    [{ _id: null, sample: 2, all: 0, ofOne: null, ofNone: null }],
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

export function aggregateCases(bench: Bench): Case[] {
  return [
    ...stages.map(([name, start, build, rows]) =>
      caseOf(bench, `aggregate: ${name}`, async (b) => {
        await b.given(...start)
        assert.deepEqual(await b.rows((p) => build(p, b)), rows)
      }),
    ),
    caseOf(bench, 'aggregates leave the documents as they are', async ({ given, rows, things }) => {
      await given({ _id: 'a', o: { p: [1, 2], q: 1 } })
      await rows((p) => p['unwind']!('$o.p')['addFields']!({ 'o.q': 9 })['project']!({ 'o.p': 0 }))
      assert.deepEqual((await things.doc('a').get()).data, { _id: 'a', o: { p: [1, 2], q: 1 } })
    }),
    caseOf(bench, 'stages that the SDK names and lacks throw', ({ things }) => {
      for (const stage of ['collStats', 'indexStats', 'facet', 'graphLookup', 'redact', 'out']) {
        assert.throws(() => things.aggregate()[stage]!({}), TypeError)
      }
      return Promise.resolve()
    }),
    caseOf(bench, 'sample takes so many, none twice, and no more than there are', async ({ given, rows }) => {
      await given(...[1, 2, 3, 4, 5, 6].map((n) => ({ _id: n })))
      const drawn = async (size: number) =>
        (await rows((p) => p['sample']!({ size }))).map((row) => row['_id'])
      const three = await drawn(3)
      assert.equal(new Set(three).size, 3)
      assert.deepEqual((await drawn(9)).sort(), [1, 2, 3, 4, 5, 6])
      assert.match((await refusalOf(drawn(-1))).errMsg, /sample/)
    }),
    caseOf(bench, 'the score of a text search is refused without one', async ({ given, rows, $ }) => {
      await given({ _id: 'a' })
      const asked = rows((p) => p['project']!({ score: $['meta']!('textScore') }))
      // MongoDB misses the score, the local cloud the operator
      assert.match((await refusalOf(asked)).errMsg, /meta|text ?score/i)
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
