import type { Gate } from '../facts'

/** With fewer abandoned orders than this nobody has a habit: to forget twice is human. */
const ENOUGH = 3

/**
 * Leaving, being given a coupon and coming back with it, again and again: whoever does so has understood the shop too
 * well. Out from a share of abandoned orders on, unless they were given nothing.
 */
export const habit: Gate = ({ given, abandoned }, { habitFrom }) =>
  abandoned >= ENOUGH && given.filter(({ redeemed }) => redeemed).length >= habitFrom * abandoned
