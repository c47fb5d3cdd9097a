/** Public face of the members room. */
export { JoinCard } from './JoinCard'
export { WelcomeDialog } from './WelcomeDialog'
export { tierColour } from './tier-colour'
export { OFFERS, POINTS, WALLET } from './paths'
export {
  couponCame,
  couponReturned,
  couponsTaken,
  join,
  meMoved,
  putAccount,
  putMe,
  spendable,
  useMe,
  waitBeforeJoining,
} from './store'
