import { Text, View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useEffect } from 'react'
import { useShop } from '@/features/catalogue'
import { JoinCard, useMe } from '@/features/members'
import { PROMOTER_HOME } from '@/features/promoters'
import { goTo } from '@/platform/navigation'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Field } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { Skeleton } from '@/ui/Skeleton'
import { FriendRow } from '../../FriendRow'
import { forgetFriends, loadEarlierFriends, loadFriends, useFriends } from '../../friends'
import { InviteHero } from '../../InviteHero'
import { useShopCard } from '../../use-shop-card'
import './index.scss'

/** 邀请好友: how it goes, the ways to do it, and how far each friend is. */
export default function InvitePage() {
  const isMember = useMe((s) => s.me && s.me.member !== null)
  useShopCard()
  useDidShow(() => {
    if (isMember === true) void loadFriends()
  })
  usePullDownRefresh(() => {
    void loadFriends().finally(() => Taro.stopPullDownRefresh())
  })
  useReachBottom(() => {
    void loadEarlierFriends()
  })
  useEffect(() => {
    if (isMember === true) void loadFriends()
  }, [isMember])
  useEffect(() => forgetFriends, [])
  return (
    <Page title='邀请好友'>
      <View className='invite'>
        {isMember === null ? <Skeleton rows={2} shape='hero' /> : isMember ? <Member /> : <Stranger />}
      </View>
    </Page>
  )
}

function Member() {
  const welcome = useShop((s) => s.shop?.welcome?.title ?? null)
  const rule = useFriends((s) => s.rule)
  const known = useFriends((s) => s.friends !== null || s.failed !== null)
  const promoting = useShop((s) => s.shop?.promoting === true)
  return (
    <>
      <InviteHero rule={known ? rule : undefined} welcome={welcome} />
      {promoting && (
        <View className='invite__promoters'>
          <Field
            label='推客中心'
            hint='推荐朋友下单有佣金，每一笔都查得到'
            onTap={() => goTo(PROMOTER_HOME)}
          />
        </View>
      )}
      <Friends />
    </>
  )
}

/** Only a member can be told apart as who brought a friend. */
function Stranger() {
  const shop = useShop((s) => s.shop)
  return (
    <>
      {shop !== null && <JoinCard welcome={shop.welcome} />}
      <Empty icon='person' title='入会后就能邀请好友' hint='朋友从你的分享进来，才会记在你名下' />
    </>
  )
}

function Friends() {
  const { friends, failed } = useFriends()
  if (friends === null)
    return failed === null ? <Waiting /> : <ErrorState {...failed} onRetry={loadFriends} />
  if (friends.length === 0)
    return <Empty icon='person' title='还没有朋友从你的分享进来' hint='朋友入会、下单后，会出现在这里' />
  return (
    <>
      <Progress />
      {failed !== null && <Text className='invite__stale'>没刷新成功：{failed.sentence}</Text>}
      <View className='invite__list'>
        {friends.map((friend) => (
          <FriendRow key={friend.key} friend={friend} />
        ))}
      </View>
      <Tail />
    </>
  )
}

const Waiting = () => (
  <View className='invite__waiting'>
    <Skeleton rows={2} />
  </View>
)

/** What came of them is known of the friends that are listed: it is said of how many. */
function Progress() {
  const { friends, total, next } = useFriends()
  const listed = friends ?? []
  const rewarded = listed.filter(({ state }) => state === 'rewarded').length
  const of = next === null ? '其中' : `最近 ${listed.length} 位里`
  return (
    <View className='invite__progress'>
      <Text className='invite__total'>{total} 位朋友入会</Text>
      {rewarded > 0 && (
        <Text className='invite__rewarded'>
          {of} {rewarded} 位已得奖励
        </Text>
      )}
    </View>
  )
}

function Tail() {
  const more = useFriends((s) => s.next !== null)
  const loading = useFriends((s) => s.loading)
  if (!more) return <Text className='invite__tail'>朋友的昵称已隐去，只有本人看得到全名</Text>
  return (
    <View className='invite__tail invite__tail--tap' onClick={() => void loadEarlierFriends()}>
      <Text>{loading ? '正在加载' : '看更早的朋友'}</Text>
    </View>
  )
}
