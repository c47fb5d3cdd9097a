import type { Landing, land as contract } from '@shared/referral/contract'
import { withTouch, type Touch } from '@shared/referral/touches'
import type { ChannelRow, ChannelTarget, TouchesRow } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import { Busy } from '../../platform/errors'
import type { UseCase } from '../../platform/router'
import { countFor } from './channel-counts'
import { channelRepository } from './channel-repository'
import { readTouches, saveTouches } from './repository'

const SHOP: Landing = { kind: 'shop' }
const CODE = /^[0-9a-v]{12}$/
const ATTEMPTS = 8

/**
 * Somebody came through a code. Two reads, and one write for a touch that is new, one more to count it for a code of the
 * shop's own; a code that can't be one costs nothing, an unknown or closed one a read.
 */
export const land: UseCase<typeof contract> = async ({ code }, ctx) => {
  const channel = CODE.test(code) ? await channelRepository(ctx.db).channel(code) : null
  if (!channel || channel.closedAt !== undefined) return { landing: SHOP }
  // one's own code is no coming
  const isNew = channel.promoter !== ctx.memberId && (await note(channel, ctx))
  if (isNew && channel.kind === 'shop') await countFor(ctx.db, channel._id, { visits: 1 }, ctx)
  return { landing: landingOf(channel.target) }
}

/** Where a person is led: of an order only what was drunk. */
export function landingOf(target: ChannelTarget): Landing {
  if (target.kind === 'order') return { kind: 'product', productId: target.productId }
  return target
}

/**
 * Whoever is a member already is not bound, so nothing is noted of them (but a first time, when only a read could tell).
 * False when it is the visit that was noted last.
 */
async function note(channel: ChannelRow, ctx: Ctx): Promise<boolean> {
  const { _id: code, promoter, target } = channel
  const touch: Touch = { code, channel: channel.channel, target: target.kind, promoter, at: ctx.now }
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const known = await readTouches(ctx.db, ctx.memberId)
    if (known?.isMember) return true
    const before = known?.row.touches ?? []
    const touches = withTouch(before, touch)
    if (touches === before) return false
    if (await saveTouches(ctx.db, rowOf(ctx.memberId, touches, known?.row.version ?? 0, ctx))) return true
  }
  throw new Busy('touches of one person outlasted every attempt')
}

function rowOf(_id: string, touches: readonly Touch[], version: number, { now }: Ctx): TouchesRow {
  const promoters = touches.flatMap(({ promoter }) => promoter ?? [])
  return { _id, touches, promoters: [...new Set(promoters)], lastAt: now, version: version + 1 }
}
