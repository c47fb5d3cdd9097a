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
  soldOutAt,
  useShop,
  wantProduct,
} from './store'
export { filterFor } from './coupon-filter'
export { useNames } from './names'
export { passedOn } from './passed-on'
export { allowMe, findMe, lookForMe, useHere } from './here'
export { statusFor, statusOf, todayWords } from './status'
export { StoreSheet } from './StoreSheet'
export { dayWords, soonestWords, whenWords } from './when'
export { deliveryWords, wayName, waysOf } from './ways'
