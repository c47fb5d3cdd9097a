import type { PromoterState } from './contract'

/** What an application makes of how a person stands (null: not at all yet); null: the owner has excluded them. */
export function afterApplying(state: PromoterState | null): 'applied' | 'accepted' | null {
  if (state === 'banned') return null
  return state === 'invited' || state === 'accepted' ? 'accepted' : 'applied'
}

/** Whether owner and managers may invite a person who stands so. */
export const mayInvite = (state: PromoterState | null): boolean =>
  state === null || state === 'declined' || state === 'invited'

const DECISIONS: Readonly<Record<PromoterState, readonly PromoterState[]>> = {
  applied: ['accepted', 'declined'],
  invited: ['declined'],
  accepted: ['banned'],
  declined: [],
  banned: ['accepted'],
}
/** What owner and managers may decide of a promoter. */
export const mayBecome = (from: PromoterState, to: PromoterState): boolean => DECISIONS[from].includes(to)
