/** Public face of the catalogue room. */
import * as contract from '@shared/catalogue/contract'
import { route } from '../../platform/router'
import { menu } from './menu'

export const catalogueRoutes = [route(contract.menu, menu)]

export { storefront } from './menu'
export { pauseStore, readMenu, readShop, readShopNow, stockId, type ShopNow } from './repository'
