import { refuse } from '@shared/kernel/refusal'
import { DAY_MS } from '@shared/kernel/time'
import { cardPath, codeScene, LANDING_PAGES } from '@shared/referral/way'
import type { ChannelRow } from '../../database/rows'
import type { Ctx } from '../../platform/ctx'
import { DuplicateKey } from '../../platform/errors'
import { channelRepository } from './channel-repository'
import { landingOf } from './land'

/** The most that WeChat gives; a new one is asked for in the last week. */
const LINK_DAYS = 30
const LINK_RENEWS_MS = 7 * DAY_MS

type Extras = Pick<ChannelRow, 'fileId' | 'link'>

/**
 * Keeps a code with what its channel needs: a picture, a link. What is there already is not made again; of two at once,
 * both draw the same picture to the same place. `kept`: its document is there.
 */
export async function keepCode(row: ChannelRow, kept: boolean, ctx: Ctx) {
  const extras = await extrasOf(row, ctx)
  if (needsPicture(row) && extras.fileId === undefined && row.fileId === undefined)
    return refuse('PICTURE_FAILED')
  const whole = { ...row, ...extras }
  if (!kept) await addOnce(whole, extras, ctx)
  else if (Object.keys(extras).length > 0) await channelRepository(ctx.db).change(row._id, extras)
  return whole
}

/** Our other phone made it at the same moment: the same code by its parts, only what it lacks is added. */
async function addOnce(row: ChannelRow, extras: Extras, { db }: Ctx): Promise<void> {
  try {
    await channelRepository(db).add(row)
  } catch (e) {
    if (!(e instanceof DuplicateKey)) throw e
    if (Object.keys(extras).length > 0) await channelRepository(db).change(row._id, extras)
  }
}

const needsPicture = ({ kind, channel }: ChannelRow): boolean =>
  kind === 'shop' || channel === 'code' || channel === 'poster'

/** What has to be made now: nothing when it is all there. */
async function extrasOf(row: ChannelRow, ctx: Ctx): Promise<Extras> {
  if (needsPicture(row)) return row.fileId === undefined ? drawn(row, ctx) : {}
  if (row.channel !== 'link') return {}
  const stillGood = row.link !== undefined && row.link.until - ctx.now > LINK_RENEWS_MS
  return stillGood ? {} : linked(row, ctx)
}

async function drawn(row: ChannelRow, { codes, files }: Ctx): Promise<Extras> {
  const picture = await codes.draw({ scene: codeScene(row._id), page: pageOf(row) })
  return picture ? { fileId: await files.put(`codes/${row._id}.png`, picture) } : {}
}

async function linked(row: ChannelRow, { codes, now }: Ctx): Promise<Extras> {
  const url = await codes.link({ page: pageOf(row), query: `c=${row._id}` }, LINK_DAYS)
  return url === null ? {} : { link: { url, until: now + LINK_DAYS * DAY_MS } }
}

const pageOf = ({ target }: ChannelRow): string => LANDING_PAGES[landingOf(target).kind]

/** What the phone is told of it. */
export const madeOf = ({ _id, target, fileId, link }: ChannelRow) => ({
  code: _id,
  path: cardPath(landingOf(target).kind, _id),
  picture: fileId ?? null,
  link: link?.url ?? null,
})
