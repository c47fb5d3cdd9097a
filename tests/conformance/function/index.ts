/**
 * The suite as a function: deployed into a real environment it asks the database there, with the SDK as functions have
 * it. It makes its collection itself; the collection of the unique index must be made by hand (`code`, unique).
 */
import sdk from 'wx-server-sdk'
import type { Cloud } from '../cloud'
import { conformance } from '../conformance'
import { benchOf, COLLECTION } from '../suite'

sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV as unknown as string })
// the suite brings its own types: the SDK's lack some of what it has
const cloud = sdk as unknown as Cloud

/** `from` and `count` cut the suite where one call would take longer than a function may. */
export type Ask = { readonly from?: number; readonly count?: number; readonly uniqueIndex?: boolean }
/** Case → "ok" or what went wrong; `next` is where the following call begins, null at the end. */
export type Report = {
  readonly failed: number
  readonly next: number | null
  readonly cases: Readonly<Record<string, string>>
}

/** One after another: the cases share a collection. */
export async function main({ from = 0, count = Infinity, uniqueIndex = false }: Ask): Promise<Report> {
  await benchOf(cloud)
    .db.createCollection(COLLECTION)
    .catch(() => undefined) // it is there
  const all = conformance(cloud, { advance: null, uniqueIndex })
  const cases: Record<string, string> = {}
  for (const { name, run } of all.slice(from, from + count)) cases[name] = await outcome(run)
  const failed = Object.values(cases).filter((text) => text !== 'ok').length
  return { failed, next: from + count < all.length ? from + count : null, cases }
}

async function outcome(run: () => Promise<void>): Promise<string> {
  try {
    await run()
    return 'ok'
  } catch (error) {
    const { errMsg, message } = error as { errMsg?: string; message?: string }
    return errMsg ?? message ?? 'failed'
  }
}
