import { orderSweeps, orderTasks, payRoute } from '../../features/orders'
import { cloudFunction } from '../../platform/instance'
import { createTick } from '../../platform/tick'
import { hooks } from '../hooks'

/** The timer calls this every 30 minutes, and delayed calls with `{task, …}`. */
export const main = cloudFunction(createTick({ tasks: orderTasks, sweeps: orderSweeps, hooks }), payRoute)
