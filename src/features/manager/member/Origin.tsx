import { Text, View } from '@tarojs/components'
import { shopDateTime } from '@shared/kernel/time'
import type { Origin as Told } from '@shared/manager/origin-contract'
import { memberNumber } from '@shared/members/member-code'
import { CHANNEL_WORDS } from '../channel-words'
import './Origin.scss'

const NOBODY = '没填昵称的会员'
const STANDINGS = {
  member: '',
  left: '邀请人已注销，之后不再得奖励',
  barred: '邀请人被停了资格，之后不再得奖励',
} as const
const WHY_NOT = {
  lapsed: '打开后 30 天内没有入会',
  left: '对方当时已不是会员',
  barred: '对方被停了邀请资格',
  newer: '对方入会不比 TA 早',
} as const

/** Who brought a member, by which ways they came, and whose card did not count. */
export function Origin({ origin }: { readonly origin: Told }) {
  const { promoter, first, last, cameBy, unbound } = origin
  if (promoter === null && cameBy === null && unbound === null)
    return <Text className='origin__none'>没有通过谁的分享，也没有扫过店里的码</Text>
  return (
    <View className='origin'>
      {promoter !== null && <Promoter promoter={promoter} />}
      {unbound !== null && (
        <Line label='没有算数'>
          {`${unbound.nickname || NOBODY} 的${CHANNEL_WORDS[unbound.channel]}（${shopDateTime(unbound.at)}）：${WHY_NOT[unbound.why]}`}
        </Line>
      )}
      {cameBy !== null && (
        <Line label='店里的码'>
          {`${cameBy.label || '已删除的码'} · ${CHANNEL_WORDS[cameBy.channel]} · ${shopDateTime(cameBy.at)}`}
        </Line>
      )}
      {first !== null && <Line label='第一次来'>{comingWords(first)}</Line>}
      {last !== null && last.at !== first?.at && <Line label='最后一次'>{comingWords(last)}</Line>}
    </View>
  )
}

function Promoter({ promoter }: { readonly promoter: NonNullable<Told['promoter']> }) {
  const { id, nickname, channel, touchAt, boundAt, standing, friends } = promoter
  return (
    <>
      <Text className='origin__who'>{nickname === '' ? NOBODY : nickname} 带来的</Text>
      <Text className='origin__note'>
        会员号 {memberNumber(id)} · 一共带来 {friends} 位好友
      </Text>
      {standing !== 'member' && <Text className='origin__warn'>{STANDINGS[standing]}</Text>}
      <Line label='通过'>{`${CHANNEL_WORDS[channel]} · ${shopDateTime(touchAt)} 打开`}</Line>
      <Line label='锁定'>{`${shopDateTime(boundAt)} 入会时，之后不变`}</Line>
    </>
  )
}

const comingWords = ({ at, channel, byMember }: NonNullable<Told['first']>): string =>
  `${shopDateTime(at)} · ${byMember ? '会员的' : '店里的'}${CHANNEL_WORDS[channel]}`

const Line = ({ label, children }: { readonly label: string; readonly children: string }) => (
  <View className='origin__line'>
    <Text className='origin__label'>{label}</Text>
    <Text className='origin__words'>{children}</Text>
  </View>
)
