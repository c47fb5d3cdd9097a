/** A day in the shop at random: many deeds of many people, and one process that dies in the middle of one. */
import * as fc from 'fast-check'
import { MINUTE_MS } from '@shared/kernel/time'
import { runCampaign } from '../builders/campaigns'
import { live, type CrashPoint } from '../builders/crash'
import { deed, invocationOf, type Deed, type Town } from './deeds'
import { come, promoter } from '../builders/friends'
import { makePromoter, openProgramme } from '../builders/promoters'
import type { Person, TestShop } from '../builders/shop'
import { afterCrash, faultsIn, openWorld, passTime, settle } from './world'

/**
 * Steps in order; the deeds of one step happen at once. The first deed of each step is mortal: the process dies at the
 * `crash.at`th database operation of all these, counted over the whole day.
 */
export type Schedule = {
  readonly steps: readonly (readonly Deed[])[]
  readonly crash: CrashPoint
  /** Delayed calls may all be lost; callbacks may come twice, at once, late, or be lost at first. */
  readonly losesDelayedCalls: boolean
  readonly faults: Readonly<Record<string, number | boolean>>
}

export const schedule: fc.Arbitrary<Schedule> = fc.record({
  steps: fc.array(fc.array(deed, { minLength: 1, maxLength: 3 }), { minLength: 6, maxLength: 20 }),
  crash: fc.record({
    at: fc.integer({ min: 1, max: 40 }),
    when: fc.constantFrom('before' as const, 'after' as const),
  }),
  losesDelayedCalls: fc.boolean(),
  faults: fc.constantFrom(
    {},
    { times: 2 },
    { times: 3, parallel: true },
    { drop: 1 },
    { delayMs: 7 * MINUTE_MS },
  ),
})

const WAITS = [1, 6, 12, 31, 95]

/** Plays a schedule to the end of everything; what is wrong then. `crashed`: whether the crash hit anything. */
export async function playSchedule(s: Schedule): Promise<{ faults: string[]; crashed: boolean }> {
  const shop = openWorld({ losesDelayedCalls: s.losesDelayedCalls })
  const town: Town = {
    shop,
    people: ['oMay', 'oLi', 'oWang'].map((openid) => shop.as(openid)),
    boss: shop.as('oBoss'),
  }
  try {
    await joinThroughLin(shop, town.people.slice(0, 2))
    runCampaign(shop, { budget: { count: 4, fen: null, shards: 2 }, perMember: 3 })
    shop.wechat.pay.setFaults(s.faults)
    let crash: CrashPoint | null = s.crash
    for (const [i, step] of s.steps.entries()) {
      crash = await playStep(town, step, crash)
      const faults = faultsIn(shop, 'underWay')
      if (faults.length > 0) return { faults: faults.map((f) => `after step ${i}: ${f}`), crashed: !crash }
    }
    await settle(shop)
    return { faults: faultsIn(shop), crashed: !crash }
  } finally {
    shop.close()
  }
}

/** Lin promotes the shop, and these people come through her: what they pay, she has a share of. */
async function joinThroughLin(shop: TestShop, people: readonly Person[]): Promise<void> {
  openProgramme(shop)
  const lin = await promoter(shop, 'oLin')
  makePromoter(shop, lin)
  for (const person of people) {
    await come(person, lin.code)
    await person.call('members.join', {})
  }
}

/** Plays the deeds of one step; answers how far the crash still is, null once it has been. */
async function playStep(
  town: Town,
  deeds: readonly Deed[],
  crash: CrashPoint | null,
): Promise<CrashPoint | null> {
  const invocations = []
  for (const d of deeds) {
    if (d.do === 'wait') await passTime(town.shop, WAITS[d.n % WAITS.length] ?? 1)
    invocations.push(await invocationOf(town, d))
  }
  const [first, ...others] = invocations
  const [lived] = await Promise.all([
    first ? live(crash, first) : null,
    ...others.map((invoke) => invoke?.()),
  ])
  if (!lived?.crashed) return crash && { ...crash, at: crash.at - (lived?.operations ?? 0) }
  await afterCrash(town.shop)
  // the person hears nothing and taps once more
  await first?.()
  return null
}
