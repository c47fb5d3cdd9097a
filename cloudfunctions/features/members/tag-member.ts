import type { tag as contract } from '@shared/members/contract'
import { isRefused, refuse } from '@shared/kernel/refusal'
import type { UseCase } from '../../platform/router'
import { record, requireManager } from '../staff'
import { memberRepository } from './repository'

const MOST_TAGS = 20

/** With its line on the record: a tag decides what a member is given. */
export const tagMember: UseCase<typeof contract> = async ({ memberId, tag, on }, ctx) => {
  const manager = await requireManager(ctx)
  if (isRefused(manager)) return manager
  return ctx.tx(async (db) => {
    const members = memberRepository(db)
    const member = await members.row(memberId)
    if (!member || member.leftAt !== null) return refuse('MEMBER_NOT_FOUND')
    const { tags: before } = member
    if (before.includes(tag) === on) return { tags: [...before] }
    const tags = on ? [...before, tag] : before.filter((one) => one !== tag)
    if (tags.length > MOST_TAGS) return refuse('TOO_MANY_TAGS')
    await members.setTags(memberId, tags)
    await record(db, ctx, { storeId: null, what: 'member.tagged', subject: memberId, before, after: tags })
    return { tags }
  })
}
