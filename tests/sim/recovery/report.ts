import { yuan } from '@shared/kernel/money'
import { compare, type Comparison, type Result } from './compare'
import { GUESSES, town, TOWN, with_, type Name } from './town'

/** The towns that are compared with the one of the guesses: each guess halved and doubled. */
export type Moved = { readonly guess: Name; readonly times: number; readonly compared: Comparison }
export const movedTowns = (seeds: readonly number[]): Moved[] =>
  GUESSES.flatMap((guess) =>
    [0.5, 2].map((times) => ({ guess, times, compared: compare(with_(guess, times), seeds) })),
  )

/** What one more order cost, in words; a policy may have given coupons and brought no order at all. */
export function perOrder({ subsidyPerIncrementalOrderFen: fen }: Result): string {
  if (fen === null) return 'no coupon'
  return Number.isFinite(fen) ? `¥${yuan(fen)}` : 'no order added'
}
const percent = (share: number) => `${(share * 100).toFixed(1)} %`
/** Whether ours ends below half of what everybody's coupon costs per added order, and earns no less. */
export function holds({ always, gated }: Comparison): boolean {
  const [theirs, ours] = [always.subsidyPerIncrementalOrderFen ?? 0, gated.subsidyPerIncrementalOrderFen ?? 0]
  const half = ours < theirs / 2 || (ours === Infinity && theirs === Infinity)
  return half && gated.marginFen >= always.marginFen
}

export function reportText(base: Comparison, moved: readonly Moved[], seeds: readonly number[]): string {
  return [
    '# Coupons for abandoned orders, tried on a town',
    '',
    `\`npm run simulate -- recovery --report\` made this page: ${town().days} days after ${town().knownDays} that the shop knows, seeds ${seeds.join(', ')}, sums over them. The same people do the same things under each policy unless a coupon changes it. It is a model: it shows how the gates behave if people are like this, not that they are.`,
    '',
    '![What an added order costs](images/recovery-simulation.svg)',
    '',
    ...policies(base),
    '',
    `\`always\`: everybody who leaves an order unpaid is given a coupon the next day, for ${TOWN.couponDays.value} days. \`gated\`: the gates of \`shared/recovery\`, the coupon for that cart, for ${TOWN.cartCouponDays.value} days, half of those who pass drawn out for comparison. Hunters' rate: of the carts that bargain hunters filled in the last 30 days, the share that they left (their first forgetting included). An added order is one more than the same towns had without coupons.`,
    '',
    'The gates close when the figures say that coupons are not worth their cost: finding out costs a little, which is why the margin may end just below that of giving none.',
    '',
    '## The town',
    '',
    '| what | value | source |',
    '|---|---|---|',
    ...Object.values(TOWN).map(
      ({ what, value, unit, source }) => `| ${what} | ${value} ${unit} | ${source} |`,
    ),
    '',
    '## When the guesses are wrong',
    '',
    'Each guess halved and doubled, one at a time. `yes`: ours costs less than half per added order and earns no less than `always`. Where it says no, coupons hardly bring anybody back whoever gives them; ours finds that out and stops.',
    '',
    '| guess | times | always, per added order | gated, per added order | hunters’ rate: none, always, gated | holds |',
    '|---|---|---|---|---|---|',
    ...moved.map(
      ({ guess, times, compared: c }) =>
        `| ${TOWN[guess].what} | ${times} | ${perOrder(c.always)} | ${perOrder(c.gated)} | ${[c.none, c.always, c.gated].map((r) => percent(r.hunterAbandonRate)).join(', ')} | ${holds(c) ? 'yes' : '**no**'} |`,
    ),
    '',
  ].join('\n')
}

function policies(base: Comparison): string[] {
  const row = (name: string, r: Result) =>
    `| ${name} | ${r.couponsGiven} | ${r.orders} | ${perOrder(r)} | ¥${yuan(r.marginFen)} | ${percent(r.hunterAbandonRate)} |`
  return [
    '| policy | coupons | orders | subsidy per added order | margin | hunters’ rate |',
    '|---|---|---|---|---|---|',
    ...Object.entries(base).map(([name, result]) => row(name, result)),
  ]
}
