/** Public face of the stores room. */
import * as contract from '@shared/stores/contract'
import { route } from '../../platform/router'
import { readStock } from './read-stock'
import { saveShop } from './save-shop'
import { saveStore } from './save-store'
import { setDaily } from './set-daily'
import { setSoldOut } from './set-sold-out'
import { setStock } from './set-stock'
import { readSettings } from './settings'

export const storeRoutes = [
  route(contract.stock, readStock),
  route(contract.setSoldOut, setSoldOut),
  route(contract.setStock, setStock),
  route(contract.setDaily, setDaily),
  route(contract.settings, readSettings),
  route(contract.saveStore, saveStore),
  route(contract.saveShop, saveShop),
]
