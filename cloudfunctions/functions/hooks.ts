import { orderEffects } from '../features/orders'
import { pointReactions } from '../features/points'
import type { Hooks } from '../platform/ctx'

/** What the rooms registered, for every function that may carry it out. */
export const hooks: Hooks = { effects: orderEffects, reactions: pointReactions }
