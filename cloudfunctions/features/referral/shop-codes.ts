import { isRefused, refuse } from '@shared/kernel/refusal'
import type {
  changeShopCode as changeContract,
  shopCode as makeContract,
  shopCodes as listContract,
  ShopCodeView,
} from '@shared/referral/shop-codes-contract'
import { ShopChannel } from '@shared/referral/contract'
import type { ChannelRow } from '../../database/rows'
import { unset } from '../../platform/query'
import type { UseCase } from '../../platform/router'
import { readShop } from '../catalogue'
import { record, requireManager } from '../staff'
import { addCounts, summed } from './channel-counts'
import { channelRepository, shopChannels, type CountedChannel } from './channel-repository'
import { keepCode } from './keep-code'
import { resolveTarget, targetId, type TargetFacts } from './target'

const A_PAGE = 20

/** Its counts are there before the code is, so that nobody who comes through it is missed. */
export const makeShopCode =
  (facts: TargetFacts): UseCase<typeof makeContract> =>
  async ({ key, channel, label, target: wanted }, ctx) => {
    const manager = await requireManager(ctx)
    if (isRefused(manager)) return manager
    const _id = ctx.shortCode('shop', key, channel, wanted.kind, targetId(wanted))
    const before = await channelRepository(ctx.db).channel(_id)
    if (before) return viewed(await keepCode(before, true, ctx))
    const { menuVersion } = await readShop(ctx.db)
    const resolved = await resolveTarget(wanted, { menuVersion, byShop: true }, ctx, facts)
    if (isRefused(resolved)) return resolved
    const { target, name } = resolved
    const named = name === '' ? {} : { targetName: name }
    const own = { _id, kind: 'shop', promoter: null, channel, target, label, ...named } as const
    await addCounts(ctx.db, _id)
    const kept = await keepCode({ ...own, createdAt: ctx.now }, false, ctx)
    if (isRefused(kept)) return kept
    const deed = { storeId: null, what: 'channel.made', subject: _id, before: null, after: own }
    await record(ctx.db, ctx, deed)
    return viewed(kept)
  }

function viewed(kept: Awaited<ReturnType<typeof keepCode>>) {
  return isRefused(kept) ? kept : { shopCode: shopCodeView({ doc: kept, counts: [] }) }
}

/** Two reads: rights, and a page of codes with their counts. */
export const listShopCodes: UseCase<typeof listContract> = async ({ before }, ctx) => {
  const manager = await requireManager(ctx)
  if (isRefused(manager)) return manager
  const found = await shopChannels(ctx.db, before, A_PAGE + 1)
  const last = found.length > A_PAGE ? found[A_PAGE - 1] : undefined
  return { codes: found.slice(0, A_PAGE).map(shopCodeView), next: last?.doc.createdAt ?? null }
}

function shopCodeView({ doc, counts }: CountedChannel): ShopCodeView {
  const { _id: code, label, target, targetName = '', createdAt, fileId, closedAt } = doc
  return {
    code,
    channel: asShopChannel(doc),
    label,
    target: target.kind === 'order' ? 'product' : target.kind,
    targetName,
    picture: fileId ?? null,
    createdAt,
    closedAt: closedAt ?? null,
    counts: summed(counts),
  }
}
const asShopChannel = ({ channel }: ChannelRow) =>
  ShopChannel.options.find((one) => one === channel) ?? 'store'

/** Three reads and writes: rights, the code, and the change with its record. */
export const changeShopCode: UseCase<typeof changeContract> = async ({ code, label, closed }, ctx) => {
  const manager = await requireManager(ctx)
  if (isRefused(manager)) return manager
  const channels = channelRepository(ctx.db)
  const before = await channels.channel(code)
  if (before?.kind !== 'shop') return refuse('CODE_NOT_FOUND')
  const closedAt = closed ? (before.closedAt ?? ctx.now) : null
  await channels.change(code, { label, closedAt: closedAt ?? unset() })
  const was = { label: before.label, closedAt: before.closedAt ?? null }
  await record(ctx.db, ctx, {
    storeId: null,
    what: 'channel.changed',
    subject: code,
    before: was,
    after: { label, closedAt },
  })
  return { label, closedAt }
}
