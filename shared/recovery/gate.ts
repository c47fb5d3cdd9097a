import type { Facts, Gate, Limits } from './facts'
import { active } from './gates/active'
import { chance } from './gates/chance'
import { coolDown } from './gates/cool-down'
import { habit } from './gates/habit'
import { perYear } from './gates/per-year'
import { regular } from './gates/regular'
import { notWorth } from './gates/worth'

/** In the order in which the owner reads them; the draw comes last, so that only who might have got one is compared. */
const GATES = { regular, active, coolDown, perYear, habit, notWorth, chance } as const
export type Closed = keyof typeof GATES

/** The gates that are shut for this member and this order; none: a coupon may be given. */
export function shutGates(facts: Facts, limits: Limits): readonly Closed[] {
  const shut = (Object.entries(GATES) as [Closed, Gate][]).filter(([, gate]) => gate(facts, limits))
  return shut.map(([name]) => name)
}
