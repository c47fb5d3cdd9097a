import {
  absent,
  encodePatch,
  encodeWhere,
  gt,
  atLeast,
  inc,
  lt,
  not,
  oneOf,
  present,
  pullIds,
  push,
  unset,
} from './query'
import type { RawCommand } from './sdk'

/** Writes down which command was asked for. */
const command = new Proxy(
  {},
  {
    get:
      (_, op) =>
      (...operands: unknown[]) => [op, ...operands],
  },
) as RawCommand

describe('conditions', () => {
  it('sends scalars as they are and comparisons as commands', () => {
    const where = {
      a: 1,
      b: 'x',
      c: null,
      d: lt(5),
      e: oneOf([1, 2]),
      f: present(),
      g: absent(),
      h: not(0),
      'i.j': gt(3),
    }
    expect(encodeWhere(command, where)).toEqual({
      a: 1,
      b: 'x',
      c: null,
      d: ['lt', 5],
      e: ['in', [1, 2]],
      f: ['exists', true],
      g: ['exists', false],
      h: ['neq', 0],
      'i.j': ['gt', 3],
    })
  })

  it.each([
    ['nothing at all', {}],
    ['undefined, which the SDK drops', { _id: undefined, b: 1 }],
    ['an empty object, which the SDK sends as a match of everything', { a: {} }],
    ['an object', { a: { b: 1 } }],
    ['an array', { a: [1] }],
    ['a comparison with undefined', { a: lt(undefined as unknown as number) }],
  ])('refuses %s', (_, where) => {
    expect(() => encodeWhere(command, where)).toThrow('condition')
  })
})

describe('patches', () => {
  it('sets objects and arrays whole and sends changes as commands', () => {
    const patch = {
      a: 1,
      b: null,
      c: {},
      d: [],
      e: { x: 1 },
      f: inc(2),
      k: atLeast(7),
      g: unset(),
      h: push({ id: 'e1' }),
      i: pullIds(['e1']),
      'j.k': true,
    }
    expect(encodePatch(command, patch)).toEqual({
      a: 1,
      b: null,
      c: ['set', {}],
      d: ['set', []],
      e: ['set', { x: 1 }],
      f: ['inc', 2],
      k: ['max', 7],
      g: ['remove'],
      h: ['push', [{ id: 'e1' }]],
      i: ['pull', { id: { $in: ['e1'] } }],
      'j.k': true,
    })
  })

  it.each([
    ['nothing at all', {}, 'changes nothing'],
    ['undefined', { a: undefined }, 'undefined'],
    ['undefined deep inside', { a: { b: [{ c: undefined }] } }, 'undefined'],
    ['the id', { _id: 'x' }, '_id'],
  ])('refuses %s', (_, patch, message) => {
    expect(() => encodePatch(command, patch)).toThrow(message)
  })
})
