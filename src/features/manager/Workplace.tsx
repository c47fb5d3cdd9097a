import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import { useShop } from '@/features/catalogue'
import { openHome, useHome } from '@/features/home'
import { useMe } from '@/features/members'
import { goTo, TABS } from '@/platform/navigation'
import { Chip } from '@/ui/Chip'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { Skeleton } from '@/ui/Skeleton'
import './Workplace.scss'

type Props = {
  readonly title: string
  /** What the page shows of one store. */
  readonly children: (storeId: string) => ReactNode
}

/** The frame of the staff's pages: one store at a time, the one that the path names or the first where they work. */
export function Workplace({ title, children }: Props) {
  const me = useMe((s) => s.me)
  const failure = useHome((s) => s.failure)
  const [chosen, setChosen] = useState(useRouter().params['storeId'] ?? '')
  const worksAt = me?.member?.worksAt ?? []
  const storeId = worksAt.includes(chosen) ? chosen : (worksAt[0] ?? '')
  if (me === null) {
    return (
      <Page title={title}>
        <View className='workplace__wait'>
          {failure === null ? <Skeleton rows={4} /> : <ErrorState {...failure} onRetry={openHome} />}
        </View>
      </Page>
    )
  }
  return (
    <Page title={title}>
      {worksAt.length > 1 && <Stores worksAt={worksAt} chosen={storeId} onChoose={setChosen} />}
      {storeId === '' ? <NotStaff /> : children(storeId)}
    </Page>
  )
}

type StoresProps = {
  readonly worksAt: readonly string[]
  readonly chosen: string
  readonly onChoose: (storeId: string) => void
}

function Stores({ worksAt, chosen, onChoose }: StoresProps) {
  const stores = useShop((s) => s.shop?.stores)
  return (
    <View className='workplace__stores'>
      {worksAt.map((id) => (
        <Chip
          key={id}
          label={stores?.find((s) => s.id === id)?.name ?? id}
          on={id === chosen}
          onTap={() => onChoose(id)}
        />
      ))}
    </View>
  )
}

/** For whoever does not work here, or no longer does. */
export function NotStaff() {
  return (
    <Empty
      icon='shield'
      title='这里是店员的工作台'
      hint='你现在不是这家店的店员。如果应该是，请让店主把你加进来'
      action={{ text: '回到首页', onTap: () => goTo(TABS.home) }}
    />
  )
}

/** For staff who may work here and not decide here. */
export function NotManager() {
  return <Empty icon='shield' title='这里由店主和店长设置' hint='要改的话，请告诉店主或店长' />
}
