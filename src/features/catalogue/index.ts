/** Public face of the catalogue room. */
export {
  chooseStore,
  chooseWay,
  currentSoldOut,
  currentStore,
  knownMenu,
  putFailure,
  putShop,
  refreshIfStale,
  refreshShop,
  sitAt,
  useShop,
  wantProduct,
} from './store'
export { openingText, statusOf, type StoreStatus } from './status'
export { StoreSheet } from './StoreSheet'
