/** Pages that the members room leads to. */
export const PROFILE = '/features/members/pages/profile/index'
export const CODE = '/features/members/pages/code/index'
export const PRIVACY = '/features/members/pages/privacy/index'
export const POINTS = '/features/points/pages/points/index'
export const WALLET = '/features/coupons/pages/wallet/index'
/** 领券中心: also where points are exchanged. */
export const OFFERS = '/features/coupons/pages/offers/index'
/** The address book by itself: nothing is picked. */
export const ADDRESSES = '/features/addresses/pages/list/index'
export const WORKPLACE = '/features/manager/pages/home/index'
export const INVITE = '/features/referral/pages/invite/index'
