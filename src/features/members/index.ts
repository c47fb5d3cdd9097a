/** Public face of the members room. */
export { JoinCard } from './JoinCard'
export { WelcomeDialog } from './WelcomeDialog'
export { couponReturned, couponsTaken, putMe, spendable, useMe } from './store'
