import type { MemberRow } from '../../cloudfunctions/database/rows'
import { DAY_MS, type Instant } from '@shared/kernel/time'
import { pictureOf } from './files'
import { EMPTY_ACCOUNT } from '@shared/points/account'
import { memberIdOf } from '../../cloudfunctions/platform/identity'

/** Someone the desk can hand a phone to. `openid` begins with a letter: the SDK turns all-digit ones into numbers. */
export type DemoPerson = {
  readonly key: 'xiaolin' | 'xia' | 'may' | 'zhou' | 'chen'
  readonly openid: string
  readonly name: string
  /** Who this is, for the desk's list. */
  readonly about: string
  /** File id of the person's picture. */
  readonly avatar: string
  /** What is kept of staff; fictitious. The phone number button gives another one, made from the openid. */
  readonly phone: string
  /** Stores where this person is staff. */
  readonly worksAt: readonly string[]
  /** Null: has not joined yet. */
  readonly joinedDaysAgo: number | null
}

export const xiaolin: DemoPerson = {
  key: 'xiaolin',
  openid: 'oCustomerXiaolin0000000001',
  name: '小林',
  about: '顾客，第一次来',
  avatar: pictureOf('avatar-xiaolin'),
  phone: '13800000001',
  worksAt: [],
  joinedDaysAgo: null,
}
export const xia: DemoPerson = {
  key: 'xia',
  openid: 'oCustomerXia00000000000005',
  name: '小夏',
  about: '顾客的朋友，还不是会员',
  avatar: '',
  phone: '13800000005',
  worksAt: [],
  joinedDaysAgo: null,
}
export const may: DemoPerson = {
  key: 'may',
  openid: 'oCustomerMay00000000000002',
  name: '阿May',
  about: '顾客，熟客会员，有券有积分',
  avatar: pictureOf('avatar-may'),
  phone: '13800000002',
  worksAt: [],
  joinedDaysAgo: 4,
}
export const zhou: DemoPerson = {
  key: 'zhou',
  openid: 'oOwnerZhou0000000000000003',
  name: '老周',
  about: '店主',
  avatar: pictureOf('avatar-zhou'),
  phone: '13800000003',
  worksAt: ['campus', 'library'],
  joinedDaysAgo: 90,
}
export const chen: DemoPerson = {
  key: 'chen',
  openid: 'oClerkChen0000000000000004',
  name: '小陈',
  about: '店员，学府路店',
  avatar: pictureOf('avatar-chen'),
  phone: '13800000004',
  worksAt: ['campus'],
  joinedDaysAgo: 60,
}

/** Everyone in the demo, as the desk lists them. */
export const demoPeople: readonly DemoPerson[] = [xiaolin, may, zhou, chen, xia]

/** The member documents of those who have joined by `now`. */
export const memberRows = (now: Instant, memberKey: string): readonly MemberRow[] =>
  demoPeople.flatMap(({ openid, name, avatar, phone, worksAt, joinedDaysAgo }) =>
    joinedDaysAgo === null
      ? []
      : [
          {
            _id: memberIdOf(openid, memberKey),
            shopId: 'shop' as const,
            openid,
            nickname: name,
            avatar,
            phone: worksAt.length > 0 ? phone : null,
            joinedAt: now - joinedDaysAgo * DAY_MS,
            worksAt,
            birthday: null,
            tags: [],
            account: EMPTY_ACCOUNT,
            leftAt: null,
          },
        ],
  )
