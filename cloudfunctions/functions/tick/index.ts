import { couponSweeps, couponTasks, remindExpiring } from '../../features/coupons'
import { managerSweeps, managerTasks } from '../../features/manager'
import { orderSweeps, orderTasks, payRoute } from '../../features/orders'
import { promoterSweeps, promoterTasks } from '../../features/promoters'
import { reachSweeps, reachTasks } from '../../features/reach'
import { recoveryJourneys, recoverySweeps } from '../../features/recovery'
import { referralSweeps } from '../../features/referral'
import { rewardSweeps, rewardTasks } from '../../features/rewards'
import { cloudFunction } from '../../platform/instance'
import { createTick } from '../../platform/tick'
import { hooks } from '../hooks'

/** Every reason to write to members. */
const journeys = [remindExpiring, ...recoveryJourneys]
export const tasks = [
  ...orderTasks,
  ...couponTasks,
  ...managerTasks,
  ...promoterTasks,
  ...rewardTasks,
  ...reachTasks(journeys),
]
export const sweeps = [
  ...orderSweeps,
  ...couponSweeps,
  ...managerSweeps,
  ...promoterSweeps,
  ...referralSweeps,
  ...reachSweeps(journeys),
  ...recoverySweeps,
  ...rewardSweeps,
]
/** The timer calls this every 30 minutes, and delayed calls with `{task, …}`. */
export const main = cloudFunction(createTick({ tasks, sweeps, hooks }), payRoute)
