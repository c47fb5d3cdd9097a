import type { RewardPartRow, RewardRow } from '../../database/rows'
import { SIDES } from './give-part'
import type { CountMoves } from './repository'

type Parts = RewardRow['parts']
const partsOf = (parts: Parts): RewardPartRow[] => SIDES.flatMap((side) => parts[side] ?? [])

const sums = ({ parts }: Pick<RewardRow, 'parts'>) => {
  const of = (state: RewardPartRow['state']) => partsOf(parts).filter((part) => part.state === state)
  const granted = of('granted')
  return {
    granted: granted.length,
    held: of('held').length,
    revoked: of('revoked').length,
    rejected: of('rejected').length,
    points: granted.reduce((sum, { gift }) => sum + (gift.kind === 'points' ? gift.points : 0), 0),
    couponFen: granted.reduce((sum, { fen }) => sum + fen, 0),
  }
}

/** How a campaign's counts move when a reward becomes another; null: it was not there. */
export function countsOf(
  before: Pick<RewardRow, 'parts'> | null,
  after: Pick<RewardRow, 'parts'>,
): CountMoves {
  const [was, is] = [before ? sums(before) : null, sums(after)]
  return Object.fromEntries(
    Object.entries(is).map(([key, n]) => [key, n - (was?.[key as keyof typeof is] ?? 0)]),
  )
}
