import { createDb, type Db, type Doc } from './db'
import { DuplicateKey } from './errors'
import { gte, lt, lte, inc, oneOf, pullIds, push, unset } from './query'
import { rawDatabase } from './sdk'
import { inProcessCloud, type InProcessCloud } from '../../tests/builders/in-process'

type Thing = Doc & {
  kind: string
  n: number
  tags?: { id: string }[]
  inner?: Record<string, number>
  code?: string
}
const index = (name: string, unique: boolean) => ({
  IndexName: name,
  MgoKeySchema: { MgoIsUnique: unique, MgoIndexKeys: [{ Name: name, Direction: '1' as const }] },
})
let cloud: InProcessCloud
let db: Db
beforeEach(() => {
  cloud = inProcessCloud({
    collections: [
      { name: 'things', indexes: [index('kind', false)] },
      { name: 'coded', indexes: [index('code', true)] },
    ],
  })
  db = createDb(rawDatabase())
})
afterEach(() => cloud.close())
const things = () => db.table<Thing>('things')
const thing = (id: string, n = 0, kind = 'a'): Thing => ({ _id: id, kind, n })

it('adds, gets, sets, updates and removes by id; a missing document reads as null', async () => {
  expect(await things().get('x')).toBeNull()
  await things().add({ ...thing('x', 1), inner: { a: 1, b: 2 } })
  await things().update('x', { n: inc(2), inner: { c: 3 }, tags: [] })
  expect(await things().get('x')).toEqual({ ...thing('x', 3), inner: { c: 3 }, tags: [] })
  await things().update('x', { 'inner.d': 4, tags: push({ id: 't1' }, { id: 't2' }), n: unset() })
  expect(await things().get('x')).toMatchObject({ inner: { c: 3, d: 4 }, tags: [{ id: 't1' }, { id: 't2' }] })
  await things().update('x', { tags: pullIds(['t1', 'none']) })
  expect(await things().get('x')).toMatchObject({ tags: [{ id: 't2' }] })
  await things().set(thing('x', 9))
  expect(await things().get('x')).toEqual(thing('x', 9))
  await things().remove('x')
  expect(await things().get('x')).toBeNull()
})

it('leaves a missing document missing when it is updated', async () => {
  await things().update('ghost', { n: 1 })
  expect(await things().get('ghost')).toBeNull()
})

it('reports a taken id, and a taken unique key, by the name of the index', async () => {
  await things().add(thing('x'))
  await expect(things().add(thing('x', 2))).rejects.toMatchObject({ name: 'DuplicateKey', index: '_id_' })
  expect(await things().get('x')).toEqual(thing('x'))
  const coded = db.table<Thing>('coded')
  await coded.add({ ...thing('1'), code: 'K' })
  const taken = coded.add({ ...thing('2'), code: 'K' })
  await expect(taken).rejects.toBeInstanceOf(DuplicateKey)
  await expect(taken).rejects.toMatchObject({ table: 'coded', index: 'code' })
  await coded.add({ ...thing('2'), code: 'L' })
  await expect(coded.update('2', { code: 'K' })).rejects.toMatchObject({ index: 'code' })
  await expect(coded.set({ ...thing('3'), code: 'K' })).rejects.toMatchObject({ index: 'code' })
})

it('lets one of many competitors pass a guard', async () => {
  await things().add(thing('x', 3))
  const guarded = () => things().updateIf('x', { n: gte(1) }, { n: inc(-1) })
  const passed = await Promise.all(Array.from({ length: 20 }, guarded))
  expect(passed.filter(Boolean)).toHaveLength(3)
  expect(await things().get('x')).toMatchObject({ n: 0 })
  expect(await things().updateIf('ghost', { n: 0 }, { n: 1 })).toBe(false)
})

it('finds with bounds, order and conditions', async () => {
  for (let n = 0; n < 5; n++) await things().add(thing(`x${n}`, n, n % 2 ? 'odd' : 'even'))
  const found = await things().find({ where: { kind: oneOf(['even']) }, orderBy: [['n', 'desc']], limit: 2 })
  expect(found.map(({ n }) => n)).toEqual([4, 2])
  expect(await things().updateAll({ kind: 'odd' }, { kind: 'none' })).toBe(2)
})

it.each([0, 1001, Number.NaN])('refuses to find %s documents', async (limit) => {
  await expect(things().find({ where: { kind: 'a' }, limit })).rejects.toThrow('unbounded')
})

it('refuses what would empty or widen: a document without an id, undefined in a row, an empty guard value', async () => {
  await expect(things().get('')).rejects.toThrow('without an id')
  await expect(things().remove(undefined as unknown as string)).rejects.toThrow('without an id')
  await expect(things().add({ ...thing('x'), n: undefined as unknown as number })).rejects.toThrow(
    'undefined',
  )
  await expect(things().updateAll({ kind: undefined as unknown as string }, { n: 1 })).rejects.toThrow(
    'condition',
  )
})

it('removes every document that matches, and never all of them by accident', async () => {
  for (const n of [1, 2, 3]) await things().add(thing(`t${n}`, n))
  expect(await things().removeAll({ n: lt(3) })).toBe(2)
  expect(cloud.database.all('things')).toEqual([thing('t3', 3)])
  await expect(things().removeAll({})).rejects.toThrow('without a condition')
  expect(await things().removeAll({ n: lt(3) })).toBe(0)
})

it('counts what matches without reading it', async () => {
  for (let n = 0; n < 30; n++) await things().add(thing(`x${n}`, n, n % 3 === 0 ? 'third' : 'other'))
  expect(await things().count({ kind: 'third', n: lt(27) })).toBe(9)
  expect(await things().count({ kind: 'none' })).toBe(0)
})

describe('lookup', () => {
  type Child = Doc & { of: string; n: number }
  const of = { from: 'children', foreignField: 'of', limit: 2 }
  beforeEach(async () => {
    await things().add(thing('p', 1))
    await things().add(thing('childless', 1))
    cloud.database.ensure([{ name: 'children', indexes: [index('of', false)] }])
    cloud.database.put(
      'children',
      [1, 2, 3, 4].map((n) => ({ _id: `c${n}`, of: 'p', n })),
    )
  })

  it('brings a document with those that point to it, filtered, counted and cut', async () => {
    const found = await things().lookup<{ children: Child }>('p', {
      children: { ...of, keep: { n: gte(2) } },
    })
    expect(found?.doc).toEqual(thing('p', 1))
    expect(found?.joined.children.rows.map(({ _id }) => _id)).toEqual(['c2', 'c3'])
    expect(found?.joined.children.total).toBe(3)
  })

  it('keeps by several conditions at once', async () => {
    const keep = { n: oneOf([1, 2, 4]), _id: 'c4' }
    const found = await things().lookup<{ children: Child }>('p', { children: { ...of, keep } })
    expect(found?.joined.children.rows.map(({ _id }) => _id)).toEqual(['c4'])
  })

  it('brings only the fields that are asked for', async () => {
    const found = await things().lookup<{ children: Pick<Child, '_id' | 'n'> }>('p', {
      children: { ...of, fields: ['_id', 'n', 'gone'] },
    })
    expect(found?.joined.children).toEqual({
      rows: [
        { _id: 'c1', n: 1 },
        { _id: 'c2', n: 2 },
      ],
      total: 4,
    })
  })

  it('tells a document without any from one that is missing', async () => {
    expect(await things().lookup('childless', { children: of })).toEqual({
      doc: thing('childless', 1),
      joined: { children: { rows: [], total: 0 } },
    })
    expect(await things().lookup('ghost', { children: of })).toBeNull()
  })

  it('brings several kinds of documents in the same read', async () => {
    type Kinds = { low: Child; high: Child }
    const low = { ...of, keep: { n: lte(1) } }
    const high = { ...of, keep: { n: gte(4) } }
    const found = await things().lookup<Kinds>('p', { low, high })
    expect(found?.joined.low.rows.map(({ _id }) => _id)).toEqual(['c1'])
    expect(found?.joined.high.rows.map(({ _id }) => _id)).toEqual(['c4'])
  })

  it('brings each of several documents with its own, in order and bounded, in one read', async () => {
    for (let n = 0; n < 30; n++) await things().add(thing(`m${n}`, n, 'many'))
    cloud.database.put('children', [{ _id: 'own', of: 'm28', n: 9 }])
    const find = { where: { kind: 'many', n: lt(29) }, orderBy: [['n', 'desc']], limit: 25 } as const
    const found = await things().findWith<{ children: Child }>(find, { children: of })
    expect(found.map(({ doc }) => doc.n)).toEqual(Array.from({ length: 25 }, (_, i) => 28 - i))
    expect(found.flatMap(({ joined }) => joined.children.rows.map(({ _id }) => _id))).toEqual(['own'])
    await expect(things().findWith({ ...find, limit: 0 }, {})).rejects.toThrow('unbounded')
  })
})
