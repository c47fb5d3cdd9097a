import { addressRoutes } from '../../features/addresses'
import { catalogueRoutes } from '../../features/catalogue'
import { couponRoutes } from '../../features/coupons'
import { homeRoutes } from '../../features/home'
import { managerRoutes } from '../../features/manager'
import { memberRoutes } from '../../features/members'
import { forgetMember, hasOpenOrder, orderRoutes, payRoute, productOfOrder } from '../../features/orders'
import { pointRoutes } from '../../features/points'
import { referralRoutes } from '../../features/referral'
import { forgetPromoter, promoterRoutes } from '../../features/promoters'
import { recoveryRoutes } from '../../features/recovery'
import { rewardRoutes } from '../../features/rewards'
import { storeRoutes } from '../../features/stores'
import { cloudFunction } from '../../platform/instance'
import { createRouter } from '../../platform/router'
import { hooks } from '../hooks'

export const routes = [
  ...homeRoutes,
  ...catalogueRoutes,
  ...couponRoutes,
  ...memberRoutes({ hasOpenOrder, forgetMember, forgetPromoter }),
  ...addressRoutes,
  ...pointRoutes,
  ...referralRoutes({ productOfOrder }),
  ...orderRoutes,
  ...managerRoutes,
  ...promoterRoutes,
  ...recoveryRoutes,
  ...rewardRoutes,
  ...storeRoutes,
]
/** Phones call this: `{action, input}`. */
export const main = cloudFunction(createRouter({ routes, hooks }), payRoute)
