import * as v from 'valibot'
import { Count, Id, Instant } from '../kernel/fields'
import { Channel } from '../referral/contract'

/** One coming through a code, before they joined. `byMember`: it was a member's, not one of the shop's own. */
const Coming = v.object({ at: Instant, channel: Channel, byMember: v.boolean() })

/** Where a member came from, as owner and managers see it. Of who joined before this was noted, all is null. */
export const Origin = v.object({
  /** Who brought them, locked with signup for good. */
  promoter: v.nullable(
    v.object({
      id: Id,
      nickname: v.string(),
      channel: Channel,
      touchAt: Instant,
      boundAt: Instant,
      /** As they are today: who has left or was barred earns nothing more for this friend. */
      standing: v.picklist(['member', 'left', 'barred']),
      /** How many they have brought in all. */
      friends: Count,
    }),
  ),
  /** The first and the last coming of the 30 days before that; the same one where there was one. */
  first: v.nullable(Coming),
  last: v.nullable(Coming),
  /** The shop's own code that they opened last of all. */
  cameBy: v.nullable(v.object({ label: v.string(), channel: Channel, at: Instant })),
  /** Whom a member's code named where nobody was bound, and why it did not count. */
  unbound: v.nullable(
    v.object({
      nickname: v.string(),
      channel: Channel,
      at: Instant,
      why: v.picklist(['lapsed', 'left', 'barred', 'newer']),
    }),
  ),
})

export type Origin = v.InferOutput<typeof Origin>
