import * as fc from 'fast-check'
import {
  clawBack,
  comeBack,
  credit,
  fold,
  movesOf,
  NO_BALANCES,
  payOut,
  post,
  release,
  withdraw,
  wrongBalances,
  type Balances,
  type Posting,
} from './ledger'

/** What may happen to a promoter; numbers from which each draws what it needs. */
const step = fc.record({
  do: fc.constantFrom(
    'credit' as const,
    'release' as const,
    'claw' as const,
    'withdraw' as const,
    'paid' as const,
    'fail' as const,
  ),
  of: fc.nat(20),
  fen: fc.integer({ min: 1, max: 3000 }),
})
type Step = { readonly do: string; readonly of: number; readonly fen: number }
type Promise_ = { amountFen: number; clawedFen: number; released: boolean }
type World = {
  balances: Balances
  entries: { postings: readonly Posting[] }[]
  promises: Promise_[]
  payouts: { fen: number; open: boolean }[]
}

/** Plays a step as the use cases do: each decides by the balances of its moment. */
function play(world: World, { do: deed, of, fen }: Step): void {
  const book = (postings: readonly Posting[]) => {
    world.entries.push({ postings })
    world.balances = post(world.balances, postings)
  }
  const promise = world.promises[of % Math.max(1, world.promises.length)]
  const open = world.payouts.filter((p) => p.open)
  const payout = open[of % Math.max(1, open.length)]
  if (deed === 'credit') {
    world.promises.push({ amountFen: fen, clawedFen: 0, released: false })
    book(credit(fen))
  }
  if (deed === 'release' && promise && !promise.released) {
    promise.released = true
    book(release(world.balances, promise.amountFen - promise.clawedFen))
  }
  if (deed === 'claw' && promise) {
    const due = Math.min(fen, promise.amountFen - promise.clawedFen)
    const own = promise.released ? 0 : promise.amountFen - promise.clawedFen
    promise.clawedFen += due
    book(clawBack(world.balances, due, own))
  }
  const postings = deed === 'withdraw' ? withdraw(world.balances, fen) : null
  if (postings) {
    world.payouts.push({ fen, open: true })
    book(postings)
  }
  if ((deed === 'paid' || deed === 'fail') && payout) {
    payout.open = false
    book(deed === 'paid' ? payOut(payout.fen) : comeBack(world.balances, payout.fen))
  }
}

const newWorld = (): World => ({ balances: NO_BALANCES, entries: [], promises: [], payouts: [] })
const sum = (postings: readonly Posting[]) => postings.reduce((all, { fen }) => all + fen, 0)
const life = fc.array(step, { maxLength: 60, size: 'max' })

it('sums to zero entry by entry, and no balance is ever below zero or available beside a debt (law 8)', () => {
  fc.assert(
    fc.property(life, (steps) => {
      const world = newWorld()
      for (const one of steps) {
        play(world, one)
        expect(wrongBalances(world.balances)).toEqual([])
      }
      for (const { postings } of world.entries) expect(sum(postings)).toBe(0)
    }),
    { numRuns: 500 },
  )
})

it('is the fold of its entries in whatever order they are read (law 8)', () => {
  const shuffled = life.chain((steps) => {
    const world = newWorld()
    for (const one of steps) play(world, one)
    const all = fc.shuffledSubarray(world.entries, { minLength: world.entries.length })
    return all.map((entries) => ({ world, entries }))
  })
  fc.assert(
    fc.property(shuffled, ({ world, entries }) => expect(fold(entries)).toEqual(world.balances)),
    { numRuns: 300 },
  )
})

it('pays out no more than ever became available, and loses no fen of the shop to a claw-back (laws 9, 15)', () => {
  fc.assert(
    fc.property(life, (steps) => {
      const world = newWorld()
      for (const one of steps) play(world, one)
      const released = world.promises.filter((p) => p.released)
      const everAvailable = released.reduce((all, p) => all + p.amountFen, 0)
      const { balances } = world
      expect(balances.withdrawnFen + balances.withdrawingFen).toBeLessThanOrEqual(everAvailable)
      const earned = world.promises.reduce((all, p) => all + p.amountFen - p.clawedFen, 0)
      const { pendingFen, availableFen, withdrawingFen, withdrawnFen, debtFen } = balances
      expect(pendingFen + availableFen + withdrawingFen + withdrawnFen - debtFen).toBe(earned)
    }),
    { numRuns: 500 },
  )
})

it('takes from the own pending first, then from what is available, and the rest is owed', () => {
  const balances = { ...NO_BALANCES, pendingFen: 900, availableFen: 300 }
  expect(movesOf(clawBack(balances, 500, 500))).toEqual({ ...NO_BALANCES, pendingFen: -500 })
  expect(movesOf(clawBack(balances, 500, 0))).toEqual({ ...NO_BALANCES, availableFen: -300, debtFen: 200 })
  const owing = { ...NO_BALANCES, pendingFen: 900, debtFen: 200 }
  expect(post(owing, release(owing, 150))).toEqual({ ...NO_BALANCES, pendingFen: 750, debtFen: 50 })
  expect(post(owing, release(owing, 900))).toEqual({ ...NO_BALANCES, availableFen: 700 })
  const failed = { ...owing, withdrawingFen: 250 }
  expect(movesOf(comeBack(failed, 250))).toMatchObject({ availableFen: 50, debtFen: -200 })
})

it('sets nothing aside that is not there', () => {
  expect(withdraw({ ...NO_BALANCES, availableFen: 99 }, 100)).toBeNull()
  expect(withdraw({ ...NO_BALANCES, availableFen: 99 }, 0)).toBeNull()
})
