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

/** Why only a reminder was sent, in the owner's words. */
export const GATE_SENTENCES = {
  regular: '常客自己会回来，只提醒，不发券。',
  active: '这周刚来过，只提醒，不发券。',
  coolDown: '不久前刚给过召回券，隔一阵再说。',
  perYear: '今年的召回券已经发满了。',
  habit: '经常等到券才下单，不再发召回券。',
  notWorth: '算下来多卖的抵不过券的花费。',
  chance: '这个月抽在对照组，只提醒，用来比较效果。',
} as const satisfies Record<Closed, string>
