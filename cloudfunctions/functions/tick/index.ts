import { couponSweeps, couponTasks } from '../../features/coupons'
import { managerSweeps, managerTasks } from '../../features/manager'
import { orderSweeps, orderTasks, payRoute } from '../../features/orders'
import { cloudFunction } from '../../platform/instance'
import { createTick } from '../../platform/tick'
import { hooks } from '../hooks'

export const tasks = [...orderTasks, ...couponTasks, ...managerTasks]
export const sweeps = [...orderSweeps, ...couponSweeps, ...managerSweeps]
/** The timer calls this every 30 minutes, and delayed calls with `{task, …}`. */
export const main = cloudFunction(createTick({ tasks, sweeps, hooks }), payRoute)
