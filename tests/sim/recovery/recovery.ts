/**
 * `npm run simulate -- recovery [--json FILE] [--report]`: what coupons for abandoned orders bring on a made-up town, for
 * nobody, for everybody and by our gates. `--report` also plays every guess halved and doubled and writes the page in docs.
 */
import { writeFileSync } from 'node:fs'
import { compare } from './compare'
import { picture } from './picture'
import { holds, movedTowns, perOrder, reportText } from './report'
import { town } from './town'

const SEEDS = [1, 2, 3, 4, 5]

export function recovery(json: string | undefined, report: boolean): number {
  const base = compare(town(), SEEDS)
  for (const [name, result] of Object.entries(base))
    console.log(
      `${name.padEnd(7)} ${perOrder(result)} per added order, hunters leave ${(result.hunterAbandonRate * 100).toFixed(1)} %, margin ${result.marginFen} fen`,
    )
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(base, null, 2)}\n`)
  if (report) {
    const moved = movedTowns(SEEDS)
    writeFileSync('docs/recovery-simulation.md', reportText(base, moved, SEEDS))
    writeFileSync('docs/images/recovery-simulation.svg', picture(base, moved))
    console.log(
      `${moved.filter(({ compared }) => holds(compared)).length} of ${moved.length} other towns agree`,
    )
  }
  return holds(base) ? 0 : 1
}
