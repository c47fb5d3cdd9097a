import { memberAtCounter } from './at-counter.e2e'
import { privacyRefused, scansTable, sendsCard } from './around.e2e'
import { noConsent, partBackAndScanned, paused, refused, unaccepted } from './counter.e2e'
import { ownersCampaign } from './campaigns.e2e'
import { threeAtOnce, twentyLines } from './coupon-choice.e2e'
import { claimsAndUses } from './coupons.e2e'
import { delivers, givesBack } from './delivery.e2e'
import { bringsFriend, recommends, scansFriendsCode } from './friends.e2e'
import { journey } from './journey.e2e'
import { leavesUnpaid } from './left.e2e'
import { postersLead } from './poster.e2e'
import { ordersAhead } from './preorder.e2e'
import { earnsAndSpends, memberPages } from './points.e2e'
import { scansPrintedCode } from './printed-code.e2e'
import { promotes } from './promoters.e2e'
import { runsPromoters } from './promoters-office.e2e'
import { reminded } from './reminder.e2e'
import { reviewsReward } from './review.e2e'
import { closed, expires, looksAround, priceRises, soldOut, stranger } from './screens.e2e'
import { claimCentre, fullOffice, longHistory, longTexts } from './states.e2e'
import { keepsHoliday, keepsStock } from './stores.e2e'
import { withdrawsByTransfer } from './transfer.e2e'
import { backAtOnce, badSession, doubleTap, offlineAtStart, offlineAtSubmit } from './trouble.e2e'
import { givesUp, paysLater, unpaidCloses } from './unpaid.e2e'
import { fullWallet } from './wallet.e2e'

/** In the order they are played: one shop lives through them all, so each leaves the people it uses as it says. */
export const STORIES = [
  stranger,
  looksAround,
  memberPages,
  earnsAndSpends,
  journey,
  unpaidCloses,
  expires,
  paysLater,
  givesUp,
  refused,
  partBackAndScanned,
  unaccepted,
  noConsent,
  paused,
  soldOut,
  priceRises,
  doubleTap,
  backAtOnce,
  offlineAtStart,
  offlineAtSubmit,
  badSession,
  privacyRefused,
  scansTable,
  sendsCard,
  bringsFriend,
  scansFriendsCode,
  reviewsReward,
  recommends,
  claimCentre,
  scansPrintedCode,
  claimsAndUses,
  ownersCampaign,
  memberAtCounter,
  fullOffice,
  longTexts,
  longHistory,
  runsPromoters,
  postersLead,
  fullWallet,
  delivers,
  threeAtOnce,
  twentyLines,
  givesBack,
  ordersAhead,
  keepsStock,
  keepsHoliday,
  closed,
  reminded,
  promotes,
  withdrawsByTransfer,
  leavesUnpaid,
] as const
