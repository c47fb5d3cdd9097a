import assert from 'node:assert/strict'
import { type Bench, type Case, caseOf, refusalOf, type Row } from './suite'

const start: Row[] = [
  {
    _id: 'a',
    n: 1,
    tags: ['x', 'y'],
    size: { w: 1, h: 2 },
    lines: [
      { sku: 's1', qty: 1 },
      { sku: 's2', qty: 5 },
    ],
  },
  { _id: 'b', n: 5, tags: ['y'], size: { w: 2, h: 2 }, lines: [{ sku: 's1', qty: 5 }], name: 'Latte' },
  { _id: 'c', n: 9, tags: [], size: { w: 3, h: 1 }, gone: null, name: 'mocha' },
  { _id: 'd', n: 'text', tags: [1, 2, 3], on: true },
]

/** [name, filter by the commands, ids it finds] */
type Found = readonly [name: string, filter: (bench: Bench) => Row, ids: string[]]

const found: readonly Found[] = [
  ['a value', () => ({ n: 5 }), ['b']],
  ['eq', ({ _ }) => ({ n: _['eq']?.(5) }), ['b']],
  ['neq, which finds missing fields too', ({ _ }) => ({ name: _['neq']?.('Latte') }), ['a', 'c', 'd']],
  ['gt', ({ _ }) => ({ n: _['gt']?.(1) }), ['b', 'c']],
  ['gte', ({ _ }) => ({ n: _['gte']?.(5) }), ['b', 'c']],
  ['lt', ({ _ }) => ({ n: _['lt']?.(5) }), ['a']],
  ['lte', ({ _ }) => ({ n: _['lte']?.(5) }), ['a', 'b']],
  ['comparisons stay within a type', ({ _ }) => ({ n: _['gt']?.('') }), ['d']],
  ['in', ({ _ }) => ({ n: _['in']?.([1, 9]) }), ['a', 'c']],
  ['nin', ({ _ }) => ({ n: _['nin']?.([1, 9]) }), ['b', 'd']],
  ['exists', ({ _ }) => ({ name: _['exists']?.(true) }), ['b', 'c']],
  ['exists is true of null', ({ _ }) => ({ gone: _['exists']?.(true) }), ['c']],
  ['null finds null and missing', () => ({ gone: null }), ['a', 'b', 'c', 'd']],
  ['mod', ({ _ }) => ({ n: _['mod']?.([4, 1]) }), ['a', 'b', 'c']],
  ['and', ({ _ }) => ({ n: _['and']?.(_['gt']?.(1), _['lt']?.(9)) }), ['b']],
  ['or over a field', ({ _ }) => ({ n: _['or']?.(_['eq']?.(1), _['gt']?.(5)) }), ['a', 'c']],
  ['or over documents', ({ _ }) => _['or']?.([{ n: 1 }, { on: true }]) as Row, ['a', 'd']],
  ['nor', ({ _ }) => ({ n: _['nor']?.(_['eq']?.(1), _['eq']?.(5)) }), ['c', 'd']],
  ['not', ({ _ }) => ({ n: _['not']?.(_['gt']?.(1)) }), ['a', 'd']],
  ['a nested object is flattened by the SDK', () => ({ size: { h: 2 } }), ['a', 'b']],
  ['a dotted path', () => ({ 'size.w': 3 }), ['c']],
  ['an element of an array', () => ({ tags: 'y' }), ['a', 'b']],
  ['an element by position', () => ({ 'tags.0': 'y' }), ['b']],
  ['fields of elements, each by any element', () => ({ 'lines.sku': 's1', 'lines.qty': 5 }), ['a', 'b']],
  ['elemMatch, by one element', ({ _ }) => ({ lines: _['elemMatch']?.({ sku: 's1', qty: 5 }) }), ['b']],
  ['elemMatch on scalars', ({ _ }) => ({ tags: _['elemMatch']?.(_['gt']?.(2)) }), ['d']],
  [
    'elemMatch with a subdocument finds no scalars',
    ({ _ }) => ({ tags: _['elemMatch']?.({ length: 1 }) }),
    [],
  ],
  ['all', ({ _ }) => ({ tags: _['all']?.(['x', 'y']) }), ['a']],
  ['size', ({ _ }) => ({ tags: _['size']?.(1) }), ['b']],
  ['size of an empty array', ({ _ }) => ({ tags: _['size']?.(0) }), ['c']],
  ['a regular expression', () => ({ name: /^lat/i }), ['b']],
  ['db.RegExp', ({ db }) => ({ name: db.RegExp({ regexp: '^MO', options: 'i' }) }), ['c']],
  ['expr', ({ _, $ }) => _['expr']?.($['gt']?.(['$size.w', '$size.h'])) as Row, ['c']],
  [
    'jsonSchema',
    ({ _ }) =>
      _['jsonSchema']?.({ required: ['name'], properties: { n: { bsonType: 'number', minimum: 6 } } }) as Row,
    ['c'],
  ],
]

const near: readonly Found[] = [
  [
    'geoNear, the nearest first',
    ({ _, db }) => ({ at: _['geoNear']?.({ geometry: point(db, 121.47, 31.23), maxDistance: 2000 }) }),
    ['near', 'street'],
  ],
  [
    'geoNear with a least distance',
    ({ _, db }) => ({
      at: _['geoNear']?.({ geometry: point(db, 121.47, 31.23), minDistance: 500, maxDistance: 2000 }),
    }),
    ['street'],
  ],
  [
    'geoWithin a circle',
    ({ _ }) => ({ at: _['geoWithin']?.({ centerSphere: [[121.47, 31.23], 2 / 6378.1] }) }),
    ['near', 'street'],
  ],
  [
    'geoWithin a polygon with a hole',
    ({ _, db }) => ({
      at: _['geoWithin']?.({
        geometry: polygon(db, [
          [121, 31],
          [122, 31],
          [122, 32],
          [121, 32],
          [121, 31],
        ]),
      }),
    }),
    ['near', 'street'],
  ],
  [
    'geoIntersects',
    ({ _, db }) => ({
      at: _['geoIntersects']?.({
        geometry: line(db, [
          [121.46, 31.23],
          [121.48, 31.23],
        ]),
      }),
    }),
    ['near'],
  ],
]

/** Shapes of several parts, in the directions a filter and a document can stand to each other. */
const several: readonly Found[] = [
  [
    'geoWithin a MultiPolygon, with every part',
    ({ _, db }) => ({ at: _['geoWithin']?.({ geometry: squares(db, [121, 31], [1, 1]) }) }),
    ['areas', 'roads'],
  ],
  [
    'geoWithin a MultiPolygon that misses a part',
    ({ _, db }) => ({ at: _['geoWithin']?.({ geometry: squares(db, [121, 31]) }) }),
    [],
  ],
  [
    'geoIntersects a MultiPoint',
    ({ _, db }) => ({ at: _['geoIntersects']?.({ geometry: points(db, [116.4, 39.9], [5, 5]) }) }),
    ['stops'],
  ],
  [
    'geoIntersects a MultiLineString',
    ({ _, db }) => ({
      at: _['geoIntersects']?.({
        geometry: make(db, 'MultiLineString', [
          line(db, [
            [1.4, 0],
            [1.4, 3],
          ]),
          line(db, [
            [7, 7],
            [8, 8],
          ]),
        ]),
      }),
    }),
    ['areas', 'roads'],
  ],
  [
    'geoIntersects a MultiPolygon',
    ({ _, db }) => ({ at: _['geoIntersects']?.({ geometry: squares(db, [121, 31], [50, 50]) }) }),
    ['areas', 'roads', 'stops'],
  ],
]

type Maker = new (...args: unknown[]) => unknown
const make = (db: Bench['db'], kind: string, ...args: unknown[]): unknown =>
  new (db.Geo[kind] as Maker)(...args)
const point = (db: Bench['db'], lng: number, lat: number): unknown => make(db, 'Point', lng, lat)
const line = (db: Bench['db'], at: number[][]): unknown =>
  make(
    db,
    'LineString',
    at.map(([lng, lat]) => point(db, lng as number, lat as number)),
  )
const polygon = (db: Bench['db'], ring: number[][]): unknown => make(db, 'Polygon', [line(db, ring)])

const points = (db: Bench['db'], ...at: (readonly [number, number])[]): unknown =>
  make(
    db,
    'MultiPoint',
    at.map(([lng, lat]) => point(db, lng, lat)),
  )
/** Squares of one degree, by their corners in the southwest. */
const squares = (db: Bench['db'], ...corners: (readonly [number, number])[]): unknown =>
  make(
    db,
    'MultiPolygon',
    corners.map(([x, y]) =>
      polygon(db, [
        [x, y],
        [x + 1, y],
        [x + 1, y + 1],
        [x, y + 1],
        [x, y],
      ]),
    ),
  )

export function queryCases(bench: Bench): Case[] {
  const { db } = bench
  const places = [
    { _id: 'near', at: point(db, 121.4705, 31.23) },
    { _id: 'street', at: point(db, 121.48, 31.235) },
    { _id: 'beijing', at: point(db, 116.4, 39.9) },
    { _id: 'nowhere' },
  ]
  const shapes = [
    { _id: 'stops', at: points(db, [121.47, 31.23], [116.4, 39.9]) },
    {
      _id: 'roads',
      at: make(db, 'MultiLineString', [
        line(db, [
          [121.4, 31.2],
          [121.6, 31.2],
        ]),
        line(db, [
          [1.2, 1.5],
          [1.6, 1.5],
        ]),
      ]),
    },
    { _id: 'areas', at: squares(db, [121, 31], [1, 1]) },
  ]
  const finds =
    (rows: Row[]) =>
    ([name, filter, ids]: Found) =>
      caseOf(bench, `finds by ${name}`, async (b) => {
        await b.given(...rows)
        assert.deepEqual(await b.ids(filter(b)), ids)
      })
  return [
    ...found.map(finds(start)),
    ...near.map(finds(places)),
    ...several.map(finds(shapes)),
    ...shapeCases(bench, shapes),
    ...orderCases(bench),
  ]
}

function shapeCases(bench: Bench, shapes: Row[]): Case[] {
  return [
    caseOf(bench, 'shapes come back as they were given', async ({ given, things }) => {
      await given(...shapes)
      for (const { _id, at } of shapes)
        assert.deepEqual((await things.doc(_id as string).get()).data?.['at'], at)
    }),
    caseOf(bench, 'nothing lies within a line', async ({ things, db, _ }) => {
      const road = line(db, [
        [1, 1],
        [2, 2],
      ])
      const { errCode, errMsg } = await refusalOf(
        things.where({ at: _['geoWithin']?.({ geometry: road }) }).get(),
      )
      assert.match(errMsg, /geoWithin not supported with provided geometry/)
      assert.equal(errCode, -502001)
    }),
  ]
}

function orderCases(bench: Bench): Case[] {
  return [
    caseOf(bench, 'sorts by several fields, across types', async ({ given, things }) => {
      await given(
        { _id: 1, a: 1, b: 1 },
        { _id: 2, a: 'x', b: 1 },
        { _id: 3, b: 2 },
        { _id: 4, a: 1, b: 3 },
        { _id: 5, a: null, b: 1 },
      )
      const { data } = await things.orderBy('a', 'asc').orderBy('b', 'desc').get()
      assert.deepEqual(
        data.map((row) => row['_id']),
        [3, 5, 4, 1, 2],
      )
    }),
    caseOf(bench, 'skips and limits after sorting', async ({ given, things }) => {
      await given(...[3, 1, 4, 5, 2].map((n) => ({ _id: n, n })))
      const { data } = await things.orderBy('n', 'desc').skip(1).limit(2).get()
      assert.deepEqual(
        data.map((row) => row['n']),
        [4, 3],
      )
    }),
    caseOf(
      bench,
      'sorts by a path and by the greatest element when descending',
      async ({ given, things }) => {
        await given({ _id: 'a', s: { v: [1, 9] } }, { _id: 'b', s: { v: 5 } }, { _id: 'c', s: {} })
        const { data } = await things.orderBy('s.v', 'desc').get()
        assert.deepEqual(
          data.map((row) => row['_id']),
          ['a', 'b', 'c'],
        )
      },
    ),
    caseOf(bench, 'answers only the fields asked for', async ({ given, things, _ }) => {
      await given({ _id: 'a', n: 1, m: 2, o: { p: 1, q: 2 }, list: [1, 2, 3] })
      const get = async (fields: Row): Promise<unknown> => (await things.doc('a').field(fields).get()).data
      assert.deepEqual(await get({ n: true }), { _id: 'a', n: 1 })
      assert.deepEqual(await get({ _id: false, n: true }), { n: 1 })
      assert.deepEqual(await get({ o: false, list: false }), { _id: 'a', n: 1, m: 2 })
      assert.deepEqual(await get({ 'o.p': true }), { _id: 'a', o: { p: 1 } })
      const project = _['project'] as unknown as Record<string, (n: number) => unknown>
      assert.deepEqual(await get({ _id: false, list: project['slice']?.(-1), n: true }), { n: 1, list: [3] })
    }),
    caseOf(
      bench,
      'projects the fields of nested documents without changing what is stored',
      async ({ given, things }) => {
        await given({ _id: 'a', o: { p: 1, q: 2 } })
        assert.deepEqual((await things.doc('a').field({ 'o.p': false }).get()).data, {
          _id: 'a',
          o: { q: 2 },
        })
        assert.deepEqual((await things.doc('a').get()).data, { _id: 'a', o: { p: 1, q: 2 } })
      },
    ),
    caseOf(bench, 'counts', async ({ given, things, _ }) => {
      await given({ _id: 'a', n: 1 }, { _id: 'b', n: 2 }, { _id: 'c', n: 3 })
      assert.equal((await things.where({ n: _['gte']?.(2) }).count()).total, 2)
      assert.equal((await things.count()).total, 3)
    }),
  ]
}
