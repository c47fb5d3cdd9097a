/** Public face of the home room. */
import * as contract from '@shared/home/contract'
import { route } from '../../platform/router'
import { open } from './open'

export const homeRoutes = [route(contract.open, open)]
