/** A share of a whole in basis points: 10,000 lots, numbered from 0. */
const LOTS = 10_000

/**
 * Which lot of 10,000 a subject draws under a salt. A pure function of both (law 13): no draw is stored, and what one
 * salt says of a subject tells nothing of what another says.
 *
 * The hash is FNV-1a over the code points of `salt \u0000 subject`, with the finalizer of MurmurHash3 (both in the public
 * domain, by G. Fowler, L. C. Noll, K.-P. Vo and by A. Appleby): FNV alone leaves neighbouring ids in neighbouring lots.
 */
export function lotOf(salt: string, subject: string): number {
  let hash = 0x811c9dc5
  for (const unit of `${salt}\u0000${subject}`) {
    const code = unit.codePointAt(0) ?? 0
    hash = Math.imul(hash ^ (code & 0xff), 0x01000193)
    hash = Math.imul(hash ^ (code >>> 8), 0x01000193)
  }
  return Math.floor((finalized(hash) / 2 ** 32) * LOTS)
}

function finalized(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

export type Arm = 'treated' | 'control'

/** The arm of a subject; `controlBp` of all are control, 0 nobody, 10,000 everybody. */
export const armOf = (salt: string, subject: string, controlBp: number): Arm =>
  lotOf(salt, subject) < controlBp ? 'control' : 'treated'
