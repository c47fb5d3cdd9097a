import { lotOf } from './arm'

/**
 * Whether a member is of those who never hear of marketing, `holdoutBp` of all: what everything together adds is the
 * difference to them. A pure function of the member, the same for every campaign and for as long as the share stays.
 */
export const isHeldOut = (memberId: string, holdoutBp: number): boolean =>
  lotOf('holdout', memberId) < holdoutBp
