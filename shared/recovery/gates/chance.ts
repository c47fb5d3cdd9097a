import { lotOf } from '../../experiments/arm'
import { shopMonth } from '../../kernel/time'
import type { Gate } from '../facts'

/**
 * Never certain: of those who pass every other gate a share is only reminded, drawn by member and month. Nobody can count
 * on a coupon, and the shop always has people to compare with.
 */
export const chance: Gate = ({ memberId, now }, { salt, chanceBp }) =>
  lotOf(`${salt}:${shopMonth(now)}`, memberId) >= chanceBp
