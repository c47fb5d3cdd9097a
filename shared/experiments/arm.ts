/** A share of a whole in basis points: 10,000 lots, numbered from 0. */
const LOTS = 10_000
const { imul } = Math

/**
 * Which lot of 10,000 a subject draws under a salt. A pure function of both (law 13): no draw is stored, and what one
 * salt says of a subject tells nothing of what another says.
 *
 * The hash is FNV-1a over the UTF-16 units of `salt \u0000 subject`, with the finalizer of MurmurHash3 (both in the public
 * domain, by G. Fowler, L. C. Noll, K.-P. Vo and by A. Appleby): FNV alone leaves neighbouring ids in neighbouring lots.
 */
export function lotOf(salt: string, subject: string): number {
  const text = `${salt}\u0000${subject}`
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    hash = imul(hash ^ (unit & 0xff), 0x01000193)
    hash = imul(hash ^ (unit >>> 8), 0x01000193)
  }
  return Math.floor((finalized(hash) / 2 ** 32) * LOTS)
}

function finalized(hash: number): number {
  let h = hash
  h = imul(h ^ (h >>> 16), 0x85ebca6b)
  h = imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

export type Arm = 'treated' | 'control'

/** The arm of a subject; `controlBp` of all are control, 0 nobody, 10,000 everybody. */
export const armOf = (salt: string, subject: string, controlBp: number): Arm =>
  lotOf(salt, subject) < controlBp ? 'control' : 'treated'
