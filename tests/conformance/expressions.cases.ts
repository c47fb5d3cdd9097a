import assert from 'node:assert/strict'
import { type Bench, type Case, caseOf, refusalOf, type Row } from './suite'

/** [name, expression over `row`, its value] */
type Value = readonly [name: string, expression: (bench: Bench) => unknown, value: unknown]
const row: Row = {
  n: -7.5,
  m: 2,
  s: 'Hello 世界',
  a: [3, 1, 2],
  o: { k: 1 },
  at: new Date('2026-11-22T03:04:05.006Z'),
  late: new Date('2026-11-22T20:00:00Z'),
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
      $['setIntersection']!(['$a', [2, 9, 1]]),
      $['setIntersection']!(['$a', [9]]),
    ],
    [[1, 2, 3, 9], true, [1, 2], [1, 2], []],
  ],
  ['exp and ln', ({ $ }) => [$['exp']!(0), $['ln']!($['exp']!(1)), $['ln']!('$none')], [1, 1, null]],
  [
    'log and log10',
    ({ $ }) => [$['log']!([8, '$m']), $['log10']!(1000), $['log']!(['$m', null])],
    [3, 3, null],
  ],
  ['stdDevPop and stdDevSamp', ({ $ }) => [$['stdDevPop']!([[2, 6]]), $['stdDevSamp']!('$a')], [2, 1]],
  [
    'minute, second, millisecond',
    ({ $ }) => ['minute', 'second', 'millisecond'].map((f) => $[f]!('$at')),
    [4, 5, 6],
  ],
  [
    'isoDayOfWeek, also in a zone',
    ({ $ }) => [$['isoDayOfWeek']!('$at'), $['isoDayOfWeek']!({ date: '$late', timezone: 'Asia/Shanghai' })],
    [7, 1],
  ],
  [
    'isoWeekYear: the year that the week’s Thursday lies in',
    ({ $ }) =>
      ['2027-01-01', '2024-12-30', '2016-01-03', '2026-11-22'].map((day) => $['isoWeekYear']!(new Date(day))),
    [2026, 2025, 2015, 2026],
  ],
  [
    'dateFromString: with a zone, in a zone, without either',
    ({ $ }) =>
      [
        { dateString: '2026-11-22T11:04:05.120+0800' },
        { dateString: '2026-11-22T11:04:05', timezone: 'Asia/Shanghai' },
        { dateString: '2026-11-22' },
      ].map((given) => $['dateFromString']!(given)),
    ['2026-11-22T03:04:05.120Z', '2026-11-22T03:04:05Z', '2026-11-22T00:00:00Z'].map((at) => new Date(at)),
  ],
  [
    'dateFromString: a format, what is no date, what is missing',
    ({ $ }) => [
      $['dateFromString']!({ dateString: '22/11/2026', format: '%d/%m/%Y' }),
      $['dateFromString']!({ dateString: '2026-02-30', onError: 'no day' }),
      $['dateFromString']!({ dateString: '$none', onNull: 'none' }),
      $['dateFromString']!({ dateString: null }),
    ],
    [new Date('2026-11-22T00:00:00Z'), 'no day', 'none', null],
  ],
  [
    'allElementsTrue and anyElementTrue',
    ({ $ }) => [
      $['allElementsTrue']!(['$a']),
      $['allElementsTrue']!([[1, 0]]),
      $['allElementsTrue']!([[]]),
      $['anyElementTrue']!([[0, null, '']]),
      $['anyElementTrue']!([[0, false, null]]),
    ],
    [true, false, true, true, false],
  ],
  [
    'setEquals',
    ({ $ }) => [$['setEquals']!(['$a', [1, 2, 3, 3]]), $['setEquals']!(['$a', [1, 2]])],
    [true, false],
  ],
  [
    'let and literal',
    ({ $ }) => [$['let']!({ vars: { x: '$m' }, in: $['add']!(['$$x', 1]) }), $['literal']!('$m')],
    [3, '$m'],
  ],
]

/** [name, expression over `row`, what the refusal says] */
type Refused = readonly [name: string, expression: (bench: Bench) => unknown, message: RegExp]

const refused: readonly Refused[] = [
  ['ln of a negative number', ({ $ }) => $['ln']!('$n'), /ln's argument must be a positive number/],
  [
    'log10 of zero',
    ({ $ }) => $['log10']!($['subtract']!(['$m', 2])),
    /log10's argument must be a positive number/,
  ],
  ['log to the base 1', ({ $ }) => $['log']!(['$m', 1]), /base must be a positive number not equal to 1/],
  ['dateFromString of no date', ({ $ }) => $['dateFromString']!({ dateString: '$s' }), /parsing date string/],
  [
    'dateFromString with two zones',
    ({ $ }) => $['dateFromString']!({ dateString: '2026-11-22T11:04:05Z', timezone: '+08:00' }),
    /together with a timezone argument/,
  ],
]

/** Sets come in no order. */
const sortedSets = (value: unknown): unknown =>
  Array.isArray(value) && value.every((x) => typeof x === 'number') ? [...value].sort() : value

export function expressionCases(bench: Bench): Case[] {
  const project = (b: Bench, expression: Value[1]): Promise<Row[]> =>
    b.rows((p) => p['project']!({ _id: 0, v: expression(b) }))
  return [
    ...values.map(([name, expression, value]) =>
      caseOf(bench, `expression: ${name}`, async (b) => {
        await b.given({ _id: 'x', ...row })
        const v = (await project(b, expression))[0]?.['v']
        assert.deepEqual(name === 'sets' ? (v as unknown[]).map(sortedSets) : v, value)
      }),
    ),
    ...refused.map(([name, expression, message]) =>
      caseOf(bench, `expression refuses ${name}`, async (b) => {
        await b.given({ _id: 'x', ...row })
        const { errCode, errMsg } = await refusalOf(project(b, expression))
        assert.match(errMsg, message)
        // the SDK gives every failure of an aggregate this one code
        assert.equal(errCode, -1)
      }),
    ),
  ]
}
