import { Text, View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useEffect } from 'react'
import type { Loyalty } from '@shared/points/contract'
import { useShop } from '@/features/catalogue'
import { useMe } from '@/features/members'
import { goTo, TABS } from '@/platform/navigation'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { Skeleton } from '@/ui/Skeleton'
import { forgetHistory, loadEarlier, loadHistory, useHistory } from '../../history'
import { PointRow } from '../../PointRow'
import { PointsHero } from '../../PointsHero'
import './index.scss'

export default function PointsPage() {
  useDidShow(() => {
    void loadHistory()
  })
  usePullDownRefresh(() => {
    void loadHistory().finally(() => Taro.stopPullDownRefresh())
  })
  useReachBottom(() => {
    void loadEarlier()
  })
  useEffect(() => forgetHistory, [])
  return (
    <Page title='我的积分'>
      <View className='points'>
        <Points />
      </View>
    </Page>
  )
}

function Points() {
  const failed = useHistory((s) => s.failed)
  const account = useMe((s) => s.me?.member?.account ?? null)
  const loyalty = useShop((s) => s.shop?.loyalty ?? null)
  if (failed?.code === 'NOT_A_MEMBER') {
    const action = { text: '去入会', onTap: () => goTo(TABS.me) }
    return <Empty icon='coin' title='入会就能攒积分' hint='一点就好，不用填资料' action={action} />
  }
  return (
    <>
      {account !== null && loyalty !== null && <PointsHero account={account} loyalty={loyalty} />}
      <Lines />
      {loyalty !== null && <Rules loyalty={loyalty} />}
    </>
  )
}

function Lines() {
  const { lines, failed } = useHistory()
  if (lines === null) return failed === null ? <Waiting /> : <ErrorState {...failed} onRetry={loadHistory} />
  if (lines.length === 0) {
    const action = { text: '去点单', onTap: () => goTo(TABS.menu) }
    return <Empty icon='coin' title='还没有积分记录' hint='付款后，赚到的积分会记在这里' action={action} />
  }
  return (
    <>
      <Text className='points__title'>积分明细</Text>
      {failed !== null && <Text className='points__stale'>没刷新成功：{failed.sentence}</Text>}
      <View className='points__lines'>
        {lines.map((line) => (
          <PointRow key={line.id} line={line} />
        ))}
      </View>
      <Tail />
    </>
  )
}

const Waiting = () => (
  <View className='points__waiting'>
    <Skeleton rows={3} />
  </View>
)

function Tail() {
  const more = useHistory((s) => s.next !== null)
  const loading = useHistory((s) => s.loading)
  if (!more) return <Text className='points__tail'>没有更早的明细了</Text>
  return (
    <View className='points__tail points__tail--tap' onClick={() => void loadEarlier()}>
      <Text>{loading ? '正在加载' : '看更早的明细'}</Text>
    </View>
  )
}

/** By which rules points come and go, as this shop set them. */
function Rules({
  loyalty: { pointsPerYuan, pointFen, mostShareBp, validMonths },
}: {
  readonly loyalty: Loyalty
}) {
  if (pointsPerYuan === 0) return null
  return (
    <View className='points__rules'>
      <Text className='points__rule'>
        商品每实付 1 元得 {pointsPerYuan} 积分，等级越高得的越多；打包费和配送费不算。
      </Text>
      {pointFen > 0 && (
        <Text className='points__rule'>
          结算时可以抵扣，最多抵商品金额的 {mostShareBp / 100}%。退款时，抵掉的积分退还，赚到的积分收回。
        </Text>
      )}
      <Text className='points__rule'>积分在得到后的第 {validMonths} 个月月底过期，先到期的先用。</Text>
    </View>
  )
}
