import { lastOf } from '../kernel/lists'
import { hoursText } from '../catalogue/opening'
import type { Way } from '../catalogue/store-contract'
import { isEverything } from './scope'
import type { Terms } from './terms-contract'

/** id → name, of today's menu and shop. What is gone has no name. */
export type Names = {
  readonly categories: Readonly<Record<string, string>>
  readonly products: Readonly<Record<string, string>>
  /** Sku id → 拿铁 大杯. */
  readonly skus: Readonly<Record<string, string>>
  readonly stores: Readonly<Record<string, string>>
}
/** So many names are told; more are counted. */
const MOST_NAMES = 3

const WAYS: Readonly<Record<Way, string>> = {
  pickup: '自取',
  dineIn: '堂食',
  delivery: '外送',
  preorder: '预订',
}
const DAYS = ['日', '一', '二', '三', '四', '五', '六']

function listed(ids: readonly string[], names: Readonly<Record<string, string>>): string[] {
  return ids.flatMap((id) => names[id] ?? [])
}

/** 咖啡、拿铁 or 咖啡、拿铁、贝果等 5 种; `none` where nothing has a name any more. */
function some(known: readonly string[], all: number, unit: string, none: string): string {
  if (known.length === 0) return none
  const few = known.slice(0, MOST_NAMES).join('、')
  return all > MOST_NAMES || known.length < all ? `${few}等 ${all} ${unit}` : few
}

/** Which goods a coupon is about: 全场通用, or 限咖啡、贝果. */
export function scopeWords({ scope }: Pick<Terms, 'scope'>, names: Names): string {
  if (isEverything(scope)) return '全场通用'
  const { categoryIds, productIds, skuIds } = scope
  const known = [
    ...listed(categoryIds, names.categories),
    ...listed(productIds, names.products),
    ...listed(skuIds, names.skus),
  ]
  const all = categoryIds.length + productIds.length + skuIds.length
  return `限${some(known, all, '种', '指定商品')}`
}

/** 自取、外送 */
export const waysWords = (ways: readonly Way[]): string => ways.map((way) => WAYS[way]).join('、')

/** 周一至周五, 周六、周日. Monday comes first, Sunday last; three days in a row or more are a span. */
export function daysWords(days: readonly number[]): string {
  const order = [1, 2, 3, 4, 5, 6, 0].filter((day) => days.includes(day))
  const runs: number[][] = []
  for (const day of order) {
    const run = lastOf(runs)
    if (run && lastOf(run) === (day + 6) % 7) run.push(day)
    else runs.push([day])
  }
  const name = (day: number | undefined) => `周${DAYS[day ?? 0] ?? ''}`
  return runs
    .flatMap((run) => (run.length > 2 ? `${name(run[0])}至${name(lastOf(run))}` : run.map(name)))
    .join('、')
}

/** Where, how and when it can be used, as far as that is limited: [限学府路店, 限外送, 周一至周五, 14:00–17:00]. */
export function limitWords(
  terms: Pick<Terms, 'storeIds' | 'ways' | 'days' | 'hours'>,
  names: Names,
): string[] {
  const { storeIds, ways, days, hours } = terms
  return [
    storeIds.length > 0
      ? `限${some(listed(storeIds, names.stores), storeIds.length, '家店', '指定门店')}`
      : '',
    ways.length > 0 ? `限${waysWords(ways)}` : '',
    days.length > 0 ? daysWords(days) : '',
    hours.length > 0 ? hoursText(hours) : '',
  ].filter((words) => words !== '')
}
