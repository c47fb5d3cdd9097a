import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CampaignView } from '@shared/coupons/campaign-contract'
import { MINUTE_MS } from '@shared/kernel/time'
import { useNames } from '@/features/catalogue'
import { cloudNow } from '@/platform/clock'
import { goTo } from '@/platform/navigation'
import { Empty } from '@/ui/Empty'
import { Segments } from '@/ui/Segments'
import { useClock } from '@/ui/use-clock'
import { CampaignCard } from './CampaignCard'
import { editPath } from './paths'
import { standingOf, type Standing } from './words'
import './CampaignList.scss'

type Shelf = 'now' | 'later' | 'over'
const SHELVES: readonly { readonly id: Shelf; readonly label: string }[] = [
  { id: 'now', label: '进行中' },
  { id: 'later', label: '未开始' },
  { id: 'over', label: '已结束' },
]
const SHELF_OF: Readonly<Record<Standing, Shelf>> = {
  running: 'now',
  paused: 'now',
  draft: 'later',
  waiting: 'later',
  over: 'over',
}
const NOTHING: Readonly<Record<Shelf, { title: string; hint: string }>> = {
  now: { title: '没有在进行的活动', hint: '草稿和没到时间的活动在「未开始」里' },
  later: { title: '没有等着开始的活动', hint: '存下的草稿会放在这里' },
  over: { title: '没有结束的活动', hint: '结束的活动可以照着再开一个' },
}

const countedLabel = (label: string, count: number) => (count === 0 ? label : `${label} ${count}`)

/** The shop's campaigns by where they stand; it opens on the first shelf that has any. */
export function CampaignList({ campaigns }: { readonly campaigns: readonly CampaignView[] }) {
  const now = useClock(cloudNow, MINUTE_MS)
  const names = useNames()
  const on = (shelf: Shelf) => campaigns.filter((one) => SHELF_OF[standingOf(one, now)] === shelf)
  const [chosen, setChosen] = useState<Shelf | null>(null)
  const shelf = chosen ?? SHELVES.find(({ id }) => on(id).length > 0)?.id ?? 'now'
  const shown = on(shelf)
  return (
    <>
      <Segments
        items={SHELVES.map(({ id, label }) => ({ id, label: countedLabel(label, on(id).length) }))}
        chosen={shelf}
        onChoose={setChosen}
      />
      <View className='campaign-list'>
        {shown.length === 0 && <Empty icon='ticket' {...NOTHING[shelf]} />}
        {shown.map((campaign) => (
          <CampaignCard
            key={campaign.id}
            campaign={campaign}
            names={names}
            now={now}
            onTap={() => goTo(editPath({ id: campaign.id }))}
          />
        ))}
      </View>
    </>
  )
}
