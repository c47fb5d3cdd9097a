/** The town in which the gates are tried. Every number has its source, or says that it is a guess. */
export type Parameter = {
  readonly value: number
  readonly unit: string
  readonly source: string
  readonly what: string
}
const guess = (value: number, unit: string, what: string): Parameter => ({
  value,
  unit,
  what,
  source: 'guess',
})
const given = (value: number, unit: string, what: string, source: string): Parameter => ({
  value,
  unit,
  what,
  source,
})

export const TOWN = {
  days: given(90, 'days', 'length of the play', 'the question asked'),
  knownDays: given(
    28,
    'days',
    'the shop was open before, without any such coupon',
    'what the gate for regulars looks at',
  ),
  forgetters: guess(500, 'people', 'honest forgetters'),
  regulars: guess(150, 'people', 'regulars'),
  hunters: guess(100, 'people', 'bargain hunters, who learn from being rewarded'),
  sharers: guess(50, 'people', 'forgetters who tell the trick to others once it has worked'),
  basketFen: given(1_900, 'fen', 'an average basket', 'the demo shop: a large latte'),
  marginBp: guess(6_500, 'bp', 'what a basket earns before coupons'),
  discountFen: given(500, 'fen', 'the coupon', 'the demo shop’s coupons'),
  couponDays: given(
    7,
    'days',
    'how long a coupon that everybody is given can be used',
    'the demo shop’s coupons',
  ),
  cartCouponDays: given(2, 'days', 'how long ours can be used, for that cart alone', 'how we give it'),
  visitsBp: guess(1_500, 'bp a day', 'a forgetter or sharer fills a cart'),
  regularVisitsBp: guess(7_000, 'bp a day', 'a regular fills a cart'),
  hunterVisitsBp: guess(3_000, 'bp a day', 'a hunter fills a cart'),
  forgetsBp: guess(1_500, 'bp', 'a cart that a forgetter or sharer leaves without meaning to'),
  regularForgetsBp: guess(500, 'bp', 'a cart that a regular or hunter leaves without meaning to'),
  remindedBp: guess(2_500, 'bp', 'a forgetter pays on the first reminder, the same day'),
  regularRemindedBp: guess(5_000, 'bp', 'a regular pays on the first reminder'),
  aloneBp: guess(1_500, 'bp', 'a forgetter comes the next day without a coupon'),
  regularAloneBp: guess(6_000, 'bp', 'a regular comes the next day without a coupon'),
  withCouponBp: guess(4_000, 'bp', 'a forgetter comes the next day when given a coupon'),
  regularWithCouponBp: guess(6_500, 'bp', 'a regular comes the next day when given a coupon'),
  hunterAloneBp: guess(5_000, 'bp', 'a hunter who left on purpose comes without a coupon'),
  hunterWithCouponBp: guess(9_500, 'bp', 'a hunter who left on purpose comes with a coupon'),
  hassleFen: guess(
    150,
    'fen',
    'what waiting a day is worth to a hunter: they leave when the coupon they expect is worth more',
  ),
  curiosityBp: guess(200, 'bp', 'a hunter who expects nothing tries it all the same'),
  learningBp: guess(3_000, 'bp', 'how far one outcome moves what a hunter expects'),
  beliefBp: guess(1_000, 'bp', 'how sure a hunter is of a coupon at the start'),
  tells: guess(2, 'people', 'how many a sharer tells each time'),
  persuadedBp: guess(2_500, 'bp', 'who of those told (forgetters and regulars) becomes a hunter'),
  heardBp: guess(7_000, 'bp', 'how sure such a convert is of a coupon'),
} as const satisfies Record<string, Parameter>

export type Name = keyof typeof TOWN
export type Town = Readonly<Record<Name, number>>

export const town = (): Town =>
  Object.fromEntries(Object.entries(TOWN).map(([name, { value }]) => [name, value])) as Town

export const GUESSES = (Object.keys(TOWN) as Name[]).filter((name) => TOWN[name].source === 'guess')

/** A town in which one guess is `times` as large; shares stay within a whole. */
export function with_(name: Name, times: number): Town {
  const { value, unit } = TOWN[name]
  const scaled = Math.round(value * times)
  return { ...town(), [name]: unit.startsWith('bp') ? Math.min(10_000, scaled) : scaled }
}
