import { goTo, TABS } from '@/platform/navigation'
import { Empty } from '@/ui/Empty'

/** What a clerk sees: campaigns give money away. */
export function NotAllowed() {
  return (
    <Empty
      icon='shield'
      title='只有店长和店主可以管理活动'
      hint='需要做活动时，请找店长或店主'
      action={{ text: '回到首页', onTap: () => goTo(TABS.home) }}
    />
  )
}
