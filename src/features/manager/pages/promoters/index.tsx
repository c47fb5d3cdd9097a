import { Text, View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import type { PromoterState } from '@shared/promoters/contract'
import type { PromoterCard as Card } from '@shared/promoters/office-contract'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { Segments } from '@/ui/Segments'
import { Skeleton } from '@/ui/Skeleton'
import { Deciding } from '../../promoters/Deciding'
import { OfficeEntries } from '../../promoters/OfficeEntries'
import { PromoterCard, type Deed } from '../../promoters/PromoterCard'
import { loadPromoters, NO_LIST, usePromoters, type List } from '../../promoters/store'
import { STANDINGS } from '../../promoters/words'
import { NotManager } from '../../Workplace'
import './index.scss'

const TABS: readonly PromoterState[] = ['applied', 'accepted', 'invited', 'banned', 'declined']
type Wanted = { readonly promoter: Card; readonly deed: Deed }

/** Who promotes the shop and who wants to; the way to the programme, its money and its materials. */
export default function ManagerPromotersPage() {
  const [tab, setTab] = useState<PromoterState>('applied')
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const lists = usePromoters((s) => s.lists)
  const list = lists[tab] ?? NO_LIST
  useDidShow(() => {
    void loadPromoters(tab)
  })
  usePullDownRefresh(() => {
    void loadPromoters(tab).finally(() => Taro.stopPullDownRefresh())
  })
  useReachBottom(() => {
    if (list.more) void loadPromoters(tab, true)
  })
  if (list.failed?.code === 'FORBIDDEN')
    return (
      <Page title='推客'>
        <NotManager />
      </Page>
    )
  const choose = (next: PromoterState) => {
    setTab(next)
    if ((lists[next] ?? NO_LIST).promoters === null) void loadPromoters(next)
  }
  return (
    <Page title='推客'>
      <View className='promoters'>
        <OfficeEntries />
        <Segments
          items={TABS.map((id) => ({ id, label: labelOf(id, lists[id] ?? NO_LIST) }))}
          chosen={tab}
          onChoose={choose}
        />
        <Promoters tab={tab} list={list} onDeed={setWanted} />
      </View>
      {wanted !== null && <Deciding {...wanted} onClose={() => setWanted(null)} />}
    </Page>
  )
}

/** 待审核 3; 推客 20+ where there are more than were read. */
function labelOf(state: PromoterState, { promoters, more }: List): string {
  const count = promoters?.length ?? 0
  return count === 0 ? STANDINGS[state] : `${STANDINGS[state]} ${count}${more ? '+' : ''}`
}

const NOBODY: Readonly<Record<PromoterState, { readonly title: string; readonly hint: string }>> = {
  applied: { title: '没有等你审核的申请', hint: '会员在推客页面提交申请后，会出现在这里' },
  accepted: { title: '还没有推客', hint: '通过会员的申请，或到会员页面邀请熟客' },
  invited: { title: '没有等对方同意的邀请', hint: '到「会员」里找到一位会员，点「邀请做推客」' },
  banned: { title: '没有停用的推客', hint: '停用后不再算佣金，账上的钱仍是对方的' },
  declined: { title: '没有不通过的申请', hint: '没通过的会员可以再次申请' },
}

type ListProps = {
  readonly tab: PromoterState
  readonly list: List
  readonly onDeed: (wanted: Wanted) => void
}

function Promoters({ tab, list: { promoters, more, failed }, onDeed }: ListProps) {
  if (promoters === null) {
    return failed === null ? (
      <Skeleton rows={3} />
    ) : (
      <ErrorState {...failed} onRetry={() => loadPromoters(tab)} />
    )
  }
  return (
    <>
      {failed !== null && <Text className='promoters__stale'>{failed.sentence}，下面可能不是最新的</Text>}
      {promoters.length === 0 && <Empty icon='person' {...NOBODY[tab]} />}
      {promoters.map((promoter) => (
        <PromoterCard
          key={promoter.memberId}
          promoter={promoter}
          onDeed={(deed) => onDeed({ promoter, deed })}
        />
      ))}
      {more && (
        <View className='promoters__tail' onClick={() => loadPromoters(tab, true)}>
          <Text>看更多</Text>
        </View>
      )}
    </>
  )
}
