/** Public face of the addresses room. */
import * as contract from '@shared/addresses/contract'
import { route } from '../../platform/router'
import { listAddresses, removeAddress } from './list-addresses'
import { saveAddress } from './save-address'

export const addressRoutes = [
  route(contract.list, listAddresses),
  route(contract.save, saveAddress),
  route(contract.remove, removeAddress),
]

export { addressBookOf, readBook, removeBook, type Addresses } from './repository'
