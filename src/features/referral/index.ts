/** Public face of the referral room: ways in, and what is passed on. */
export { cardCode, SHOP } from './codes'
export { beforeJoining, comeIn, useLanding } from './landing'
export { PassOn } from './PassOn'
export { INVITE, posterPath } from './paths'
export { copyLink, shareCard, timelineQuery, type Passed } from './share'
export { useShopCard, useShopCode } from './use-shop-card'
