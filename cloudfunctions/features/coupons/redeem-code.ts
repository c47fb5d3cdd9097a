import type { redeemCode as contract } from '@shared/coupons/contract'
import { couponCode } from '@shared/coupons/code'
import { refuse } from '@shared/kernel/refusal'
import type { UseCase } from '../../platform/router'
import { readByCode } from './campaign-repository'
import { claimFrom } from './claim-coupon'

/** 兑换码, typed or out of a channel's link. What can't be a code costs no read. */
export const redeemCode: UseCase<typeof contract> = async ({ code: typed, key }, ctx) => {
  const code = couponCode(typed)
  const funded = code && (await readByCode(ctx.db, code))
  if (!funded) return refuse('CODE_UNKNOWN')
  const { state, entry } = funded.campaign
  // a campaign that has not begun is nobody's business yet, and an old code may be another's by now
  if (state === 'draft' || codeOf(entry) !== code) return refuse('CODE_UNKNOWN')
  return claimFrom(funded, key, ctx)
}

const codeOf = (entry: { kind: string; code?: string; channel?: string }) => entry.code ?? entry.channel
