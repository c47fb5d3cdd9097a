import * as v from 'valibot'
import { Store } from '../catalogue/store-contract'
import { aStoreDraft } from '../../tests/builders/store-drafts'
import type { StoreDraft } from './contract'
import { storeFaults, tidyStore } from './store-faults'

const draft = aStoreDraft()
const delivery = draft.delivery!
const preorder = draft.preorder!
const [first, second] = preorder.slots as [(typeof preorder.slots)[number], (typeof preorder.slots)[number]]
const [near, far] = delivery.bands as [{ toM: number; feeFen: number }, { toM: number; feeFen: number }]

const hours = (...spans: readonly (readonly [number, number])[]) => ({
  hours: spans.map(([from, to]) => ({ from, to })),
})
const day = (key: string, spans: StoreDraft['hours'] = [], note = '') => ({
  specialDays: { [key]: { hours: spans, note } },
})
const delivered = (over: Partial<typeof delivery>) => ({ delivery: { ...delivery, ...over } })
const ahead = (over: Partial<typeof preorder>) => ({ preorder: { ...preorder, ...over } })
const slot = (over: Partial<typeof first>) => ahead({ slots: [{ ...first, ...over }] })
const point = (over: Partial<(typeof preorder.points)[number]>) =>
  ahead({ points: [preorder.points[0]!, { ...preorder.points[1]!, ...over }] })

it('finds no fault with a store that does everything, and what it passes is a part of a store', () => {
  expect(storeFaults(draft)).toEqual([])
  const store = { ...draft, id: 's1', paused: false, stopped: [], daily: {} }
  expect(v.parse(Store, store)).toEqual(store)
})

/** One contradiction each: what is changed, where it is named, what the owner reads. */
const CONTRADICTIONS: readonly [string, Partial<StoreDraft>, string, string][] = [
  ['no name', { name: ' ' }, 'name', '店名还没有填'],
  ['a long name', { name: '店'.repeat(21) }, 'name', '店名最多 20 个字'],
  ['no address', { address: '' }, 'address', '地址还没有填'],
  ['a long address', { address: '路'.repeat(61) }, 'address', '地址最多 60 个字'],
  ['no phone', { phone: '' }, 'phone', '电话要填手机号，或带区号的座机：0571-88880000'],
  ['half a mobile number', { phone: '1380000' }, 'phone', '电话要填手机号，或带区号的座机：0571-88880000'],
  ['a phone with words', { phone: '找老周' }, 'phone', '电话要填手机号，或带区号的座机：0571-88880000'],
  ['a place at sea', { lat: 0, lng: 0 }, 'place', '门店位置不在国内，请在地图上重新选'],
  [
    'latitude and longitude exchanged',
    { lat: 120.1, lng: 30.2 },
    'place',
    '门店位置不在国内，请在地图上重新选',
  ],
  ['no hours', hours(), 'hours', '至少要有一段营业时间；临时停业请用「暂停接单」'],
  ['hours of no length', hours([420, 420]), 'hours.0', '开门和打烊是同一个时间；全天营业请填 00:00–24:00'],
  [
    'hours the wrong way round',
    hours([1200, 420]),
    'hours.0',
    '打烊早于开门；跨夜最晚写到次日 06:00，更久请分成两段',
  ],
  ['hours beyond the day', hours([420, 1500]), 'hours.0', '时间要在 00:00 到 24:00 之间'],
  ['a negative hour', hours([-60, 420]), 'hours.0', '时间要在 00:00 到 24:00 之间'],
  ['half a minute', hours([420.5, 600]), 'hours.0', '时间要在 00:00 到 24:00 之间'],
  ['hours that overlap', hours([420, 720], [660, 900]), 'hours.1', '和第 1 段营业时间重叠了'],
  ['a night that overlaps a morning', hours([1320, 120], [60, 300]), 'hours.1', '和第 1 段营业时间重叠了'],
  [
    'seven stretches',
    hours(...Array.from({ length: 7 }, (_, i) => [i * 60, i * 60 + 30] as const)),
    'hours',
    '一天最多 6 段营业时间',
  ],
  ['a day that no calendar has', day('20270229'), 'specialDays.20270229', '没有这一天，请重新选日期'],
  ['a day that is no day', day('明天'), 'specialDays.明天', '没有这一天，请重新选日期'],
  [
    'hours of a holiday that overlap',
    day('20270101', [
      { from: 600, to: 700 },
      { from: 650, to: 800 },
    ]),
    'specialDays.20270101.hours.1',
    '和第 1 段营业时间重叠了',
  ],
  ['a long note', day('20270101', [], '休'.repeat(21)), 'specialDays.20270101.note', '说明最多 20 个字'],
  [
    'too many special days',
    {
      specialDays: Object.fromEntries(
        Array.from({ length: 61 }, (_, i) => [
          `2027${String(1 + Math.floor(i / 28)).padStart(2, '0')}${String((i % 28) + 1).padStart(2, '0')}`,
          { hours: [], note: '' },
        ]),
      ),
    },
    'specialDays',
    '特殊日期最多 60 天',
  ],
  ['no way', { ways: [] }, 'ways', '至少要开一种取餐方式；临时停业请用「暂停接单」'],
  ['a way twice', { ways: ['pickup', 'pickup'] }, 'ways', '同一种取餐方式选了两次'],
  ['delivery without its terms', { delivery: null }, 'ways', '开了外送，还要填配送范围和配送费'],
  ['pre-orders without their terms', { preorder: null }, 'ways', '开了预订，还要至少加一个取餐时段'],
  ['pre-orders without a slot', ahead({ slots: [] }), 'ways', '开了预订，还要至少加一个取餐时段'],
  ['a negative minimum', { minimumFen: -1 }, 'minimumFen', '起订金额要在 ¥0 到 ¥1000 之间，最小到分'],
  ['half a fen', { minimumFen: 0.5 }, 'minimumFen', '起订金额要在 ¥0 到 ¥1000 之间，最小到分'],
  ['a huge minimum', { minimumFen: 1e15 }, 'minimumFen', '起订金额要在 ¥0 到 ¥1000 之间，最小到分'],
  [
    'no radius',
    { ...delivered({ radiusM: 0 }) },
    'delivery.radiusM',
    '配送距离（米）要填 100–20000 之间的整数',
  ],
  [
    'a minimum of delivery that is no amount',
    delivered({ minimumFen: -100 }),
    'delivery.minimumFen',
    '起送金额要在 ¥0 到 ¥1000 之间，最小到分',
  ],
  [
    'a minimum above free-from',
    delivered({ minimumFen: 6000 }),
    'delivery.freeFromFen',
    '起送就要 ¥60，满 ¥50 免配送费等于单单都免',
  ],
  [
    'free from nothing on',
    delivered({ freeFromFen: 0 }),
    'delivery.freeFromFen',
    '一律免配送费的话，请把每档配送费改成 0',
  ],
  [
    'a negative free-from',
    delivered({ freeFromFen: -1 }),
    'delivery.freeFromFen',
    '免配送费的金额要在 ¥0 到 ¥10000 之间，最小到分',
  ],
  [
    'no time on the way',
    delivered({ minutes: 0 }),
    'delivery.minutes',
    '路上时间（分钟）要填 5–240 之间的整数',
  ],
  ['no band', delivered({ bands: [] }), 'delivery.bands', '至少要有一档配送费'],
  [
    'nine bands',
    delivered({
      bands: Array.from({ length: 9 }, (_, i) => ({ toM: i === 8 ? 3000 : 100 * (i + 1), feeFen: 300 })),
    }),
    'delivery.bands',
    '配送费最多分 8 档',
  ],
  [
    'a band that is not farther',
    delivered({ bands: [near, { ...near }, far] }),
    'delivery.bands.1.toM',
    '要比前一档远，请从近到远填',
  ],
  [
    'a fee that falls',
    delivered({ bands: [near, { ...far, feeFen: 100 }] }),
    'delivery.bands.1.feeFen',
    '送得更远，反而比前一档便宜',
  ],
  [
    'a negative fee',
    delivered({ bands: [{ ...near, feeFen: -1 }, far] }),
    'delivery.bands.0.feeFen',
    '配送费要在 ¥0 到 ¥100 之间，最小到分',
  ],
  [
    'a band of half a metre',
    delivered({ bands: [{ ...near, toM: 0.5 }, far] }),
    'delivery.bands.0.toM',
    '距离（米）要填 1–20000 之间的整数',
  ],
  [
    'bands that end before the radius',
    delivered({ bands: [near, { ...far, toM: 2500 }] }),
    'delivery.bands.1.toM',
    '最后一档要到 3000 米（配送距离），不然更远的地方没有配送费',
  ],
  [
    'a band beyond the radius',
    delivered({ bands: [near, { ...far, toM: 3500 }] }),
    'delivery.bands.1.toM',
    '配送距离只有 3000 米，这一档超出了',
  ],
  ['too far ahead', ahead({ daysAhead: 15 }), 'preorder.daysAhead', '提前天数要填 0–14 之间的整数'],
  ['half a day ahead', ahead({ daysAhead: 1.5 }), 'preorder.daysAhead', '提前天数要填 0–14 之间的整数'],
  ['a point without a name', point({ name: '' }), 'preorder.points.1.name', '取餐点名称还没有填'],
  ['two points of a name', point({ name: '3 号宿舍楼下' }), 'preorder.points.1.name', '和第 1 个重名了'],
  [
    'a point’s long address',
    point({ address: '路'.repeat(61) }),
    'preorder.points.1.address',
    '具体位置最多 60 个字',
  ],
  [
    'two points of an id',
    ahead({ points: [...preorder.points, { id: 'p1', name: '操场', address: '' }] }),
    'preorder.points.2.id',
    '和第 1 个是同一个编号，请删掉重新添加',
  ],
  [
    'two slots of an id',
    ahead({ slots: [first, { ...second, id: first.id }] }),
    'preorder.slots.1.id',
    '和第 1 个是同一个编号，请删掉重新添加',
  ],
  [
    'a slot at no point',
    slot({ pointId: 'p9' }),
    'preorder.slots.0.pointId',
    '这个取餐点已经没有了，请重新选',
  ],
  [
    'a slot beyond the day',
    slot({ atMinute: 1440 }),
    'preorder.slots.0.atMinute',
    '取餐时间要在 00:00 到 23:59 之间',
  ],
  [
    'a cut-off beyond the day',
    slot({ cutoffMinute: 1441 }),
    'preorder.slots.0.cutoffMinute',
    '截单时间要在 00:00 到 24:00 之间',
  ],
  [
    'a cut-off after the slot',
    slot({ cutoffDays: 0, cutoffMinute: 441 }),
    'preorder.slots.0.cutoffMinute',
    '截单时间晚于取餐时间，来不及做',
  ],
  [
    'a cut-off before anybody can order',
    slot({ cutoffDays: 3 }),
    'preorder.slots.0.cutoffDays',
    '只开放提前 2 天预订，到那时已经截单，没有人订得到',
  ],
  [
    'a cut-off at the minute at which ordering begins',
    slot({ cutoffDays: 2, cutoffMinute: 0 }),
    'preorder.slots.0.cutoffDays',
    '只开放提前 2 天预订，到那时已经截单，没有人订得到',
  ],
  [
    'a cut-off of a negative day',
    slot({ cutoffDays: -1 }),
    'preorder.slots.0.cutoffDays',
    '提前几天截单要填 0–14 之间的整数',
  ],
  ['capacity 0', slot({ capacity: 0 }), 'preorder.slots.0.capacity', '最多份数要填 1–9999 之间的整数'],
  ['a huge capacity', slot({ capacity: 1e9 }), 'preorder.slots.0.capacity', '最多份数要填 1–9999 之间的整数'],
  ['an eighth day of the week', slot({ days: [7] }), 'preorder.slots.0.days', '星期选得不对，请重新选'],
  ['a day of the week twice', slot({ days: [1, 1] }), 'preorder.slots.0.days', '同一天选了两次'],
  [
    'two slots at one place and time',
    ahead({ slots: [first, { ...first, id: 's9', days: [5, 6] }] }),
    'preorder.slots.1.atMinute',
    '和第 1 个时段是同一个时间地点',
  ],
  [
    'too many points',
    ahead({
      points: [
        ...preorder.points,
        ...Array.from({ length: 29 }, (_, i) => ({ id: `x${i}`, name: `点${i}`, address: '' })),
      ],
    }),
    'preorder.points',
    '取餐点最多 30 个',
  ],
  [
    'too many slots',
    ahead({ slots: Array.from({ length: 101 }, (_, i) => ({ ...first, id: `x${i}`, atMinute: i })) }),
    'preorder.slots',
    '取餐时段最多 100 个',
  ],
  ['a table without a name', { tables: ['A1', ' '] }, 'tables.1', '桌号还没有填'],
  ['a table twice', { tables: ['A1', 'B1', 'A1'] }, 'tables.2', '桌号 A1 写了两次'],
  [
    'a table of eleven letters',
    { tables: ['靠窗第二张桌子左边的'.repeat(2)] },
    'tables.0',
    '桌号最多 10 个字',
  ],
  [
    'too many tables',
    { tables: Array.from({ length: 201 }, (_, i) => `T${i}`) },
    'tables',
    '桌号最多 200 个',
  ],
  [
    'no time to make a unit',
    { secondsPerUnit: 0 },
    'secondsPerUnit',
    '每份制作时间（秒）要填 5–3600 之间的整数',
  ],
]

it.each(CONTRADICTIONS)('refuses %s', (_what, over, field, sentence) => {
  expect(storeFaults(aStoreDraft(over))).toEqual([{ field, sentence }])
})

const FINE: readonly [string, Partial<StoreDraft>][] = [
  ['all day', hours([0, 1440])],
  ['a bar that closes at two', hours([1320, 120])],
  ['one stretch after the other', hours([420, 600], [600, 900])],
  ['a night and the morning after it', hours([1320, 120], [120, 300])],
  ['a holiday without hours', day('20280229')],
  ['eating in without tables', { tables: [] }],
  ['terms of delivery that is switched off', { ways: ['pickup'] }],
  ['neither delivery nor pre-orders', { ways: ['pickup'], delivery: null, preorder: null }],
  ['delivery that is never free by itself', delivered({ freeFromFen: null })],
  ['free from the minimum on', delivered({ minimumFen: 5000 })],
  ['one fee for every distance', delivered({ bands: [{ toM: 3000, feeFen: 0 }] })],
  ['a cut-off at the very time', slot({ cutoffDays: 0, cutoffMinute: 440 })],
  [
    'points and slots without ids',
    ahead({
      slots: [
        { ...first, id: '' },
        { ...second, id: '' },
      ],
    }),
  ],
  ['the same time on other days', ahead({ slots: [first, { ...first, id: 's9', days: [0, 6] }] })],
  ['a mobile number', { phone: '13800000003' }],
  ['a 400 number', { phone: '400-820-8820' }],
  ['an extension', { phone: '021-55550001-802' }],
]

it.each(FINE)('has nothing against %s', (_what, over) => {
  expect(storeFaults(aStoreDraft(over))).toEqual([])
})

it('names every fault at once', () => {
  const wrong = aStoreDraft({ name: '', ways: [], ...delivered({ minutes: 1 }) })
  expect(storeFaults(wrong).map((f) => f.field)).toEqual(['name', 'ways', 'delivery.minutes'])
})

it('drops special days that are over, and puts hours in their order', () => {
  const special = {
    hours: [
      { from: 900, to: 1000 },
      { from: 600, to: 700 },
    ],
    note: '',
  }
  const tidy = tidyStore(
    aStoreDraft({
      ...hours([840, 900], [420, 480]),
      specialDays: { '20270103': special, '20270101': special },
    }),
    '20270102',
  )
  expect(tidy.hours.map((h) => h.from)).toEqual([420, 840])
  expect(Object.keys(tidy.specialDays)).toEqual(['20270103'])
  expect(tidy.specialDays['20270103']?.hours.map((h) => h.from)).toEqual([600, 900])
  expect(Object.keys(tidyStore(aStoreDraft(day('20270101')), '20270101').specialDays)).toEqual(['20270101'])
})
