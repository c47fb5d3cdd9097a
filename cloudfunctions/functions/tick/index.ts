import { couponSweeps, couponTasks } from '../../features/coupons'
import { managerSweeps, managerTasks } from '../../features/manager'
import { orderSweeps, orderTasks, payRoute } from '../../features/orders'
import { promoterSweeps, promoterTasks } from '../../features/promoters'
import { referralSweeps } from '../../features/referral'
import { cloudFunction } from '../../platform/instance'
import { createTick } from '../../platform/tick'
import { hooks } from '../hooks'

export const tasks = [...orderTasks, ...couponTasks, ...managerTasks, ...promoterTasks]
export const sweeps = [
  ...orderSweeps,
  ...couponSweeps,
  ...managerSweeps,
  ...promoterSweeps,
  ...referralSweeps,
]
/** The timer calls this every 30 minutes, and delayed calls with `{task, …}`. */
export const main = cloudFunction(createTick({ tasks, sweeps, hooks }), payRoute)
