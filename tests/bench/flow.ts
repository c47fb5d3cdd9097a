/** Whole order flows against a warm local cloud: compose (open with a known menu) → quote → place → pay callback. */
import type { OutputOf } from '@shared/kernel/action'
import type * as home from '@shared/home/contract'
import type * as orders from '@shared/orders/contract'
import { type CloudProcess } from '../builders/cloud-process'
import { listenToPay, type PayEvents } from '../builders/pay-events'
import { enter, type Person } from '../builders/shop-client'
import { LATTE, latteChoices, NO_EXTRAS, pay, STORE } from './journey'

export type FlowFigures = { perSecond: number; p50Ms: number; p95Ms: number; cpuMsPerFlow: number }
/** Flows before the clock starts: every instance is up and its code is compiled. */
const WARM_UP_FLOWS = 150

export type Opened = OutputOf<typeof home.open>

/** Members with an unused welcome coupon, one a flow; made before the clock starts. */
export async function makeMembers(url: string, prefix: string, count: number): Promise<Person[]> {
  const people: Person[] = []
  for (let i = 0; i < count; i++) {
    const person = await enter(url, `oBench${prefix}${String(i).padStart(5, '0')}`)
    await person.call('members.join', {})
    people.push(person)
  }
  return people
}

async function flow(url: string, events: PayEvents, person: Person, menu: Opened): Promise<void> {
  const opened = await person.call<Opened>('home.open', { knownMenu: menu.shop.menuVersion })
  const basket = {
    storeId: STORE,
    way: 'pickup',
    packagingId: opened.shop.packaging[0]?.id,
    ...NO_EXTRAS,
    lines: [{ ...LATTE, choices: latteChoices(menu) }],
  }
  const { quote } = await person.call<OutputOf<typeof orders.quote>>('orders.quote', {
    ...basket,
    coupons: 'best',
  })
  if (quote.couponIds.length === 0) throw new Error('a flow without its coupon measures something else')
  const placed = await person.call<OutputOf<typeof orders.place>>('orders.place', {
    ...basket,
    coupons: quote.couponIds,
    key: `bench-${person.openid}`,
    table: null,
    note: '',
    expectPayFen: quote.payFen,
    consents: { ORDER_READY: 'accept' },
  })
  await pay(url, events, placed)
}

export const percentile = (sorted: readonly number[], p: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * p) / 100))] ?? 0

/** `customers` people at once, each starting the next flow when theirs is done, until `flows` are through. */
export async function measureFlows(
  cloud: CloudProcess,
  customers: number,
  flows: number,
): Promise<FlowFigures> {
  const events = await listenToPay(cloud.url)
  const warmUp = WARM_UP_FLOWS + customers
  const people = await makeMembers(cloud.url, `C${customers}x`, flows + warmUp)
  /** Each customer starts the next flow when theirs is done; answers how long each took, ms. */
  const ordersOf = async (crowd: Person[]): Promise<number[]> => {
    const times: number[] = []
    const customer = async () => {
      for (let person = crowd.shift(); person; person = crowd.shift()) {
        const begin = performance.now()
        await flow(cloud.url, events, person, menu)
        times.push(performance.now() - begin)
      }
    }
    await Promise.all(Array.from({ length: customers }, customer))
    return times
  }
  const menu = await people[0]!.call<Opened>('home.open', { knownMenu: null })
  await ordersOf(people.splice(0, warmUp)) // instances are up, code is compiled
  const cpuFrom = cloud.cpuMs()
  const from = performance.now()
  const times = await ordersOf(people)
  events.close()
  const seconds = (performance.now() - from) / 1000
  const sorted = times.sort((a, b) => a - b)
  return {
    perSecond: round(times.length / seconds),
    p50Ms: round(percentile(sorted, 50)),
    p95Ms: round(percentile(sorted, 95)),
    cpuMsPerFlow: round((cloud.cpuMs() - cpuFrom) / times.length),
  }
}

export const round = (n: number) => Math.round(n * 10) / 10
