import { DAY_MS } from '../../kernel/time'
import type { Gate } from '../facts'

const LATELY_MS = 7 * DAY_MS

/** Who bought within a week is not lost: they are reminded. Coupons are for those who are slipping away. */
export const active: Gate = ({ paidAt, now }) => paidAt.some((at) => at > now - LATELY_MS && at <= now)
