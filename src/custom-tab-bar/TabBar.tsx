import { Text, View } from '@tarojs/components'
import { useMe } from '@/features/members'
import { goTo, TABS } from '@/platform/navigation'
import { cx } from '@/ui/cx'
import { Icon, type IconName } from '@/ui/Icon'
import './TabBar.scss'

type Item = { readonly path: string; readonly text: string; readonly icon: IconName }

const ITEMS: readonly Item[] = [
  { path: TABS.home, text: '首页', icon: 'home' },
  { path: TABS.menu, text: '点单', icon: 'cup' },
  { path: TABS.orders, text: '订单', icon: 'order' },
  { path: TABS.me, text: '我的', icon: 'person' },
]
/** Leads into the manager's subpackage: not a tab, or customers would carry its code. */
const STAFF: Item = { path: '/features/manager/pages/home/index', text: '工作台', icon: 'shop' }

/** The tab bar: four items for everybody, a fifth for who works here. It only shows the way; rights are the cloud's. */
export function TabBar({ current }: { readonly current: string }) {
  const staff = useMe((s) => (s.me?.member?.worksAt.length ?? 0) > 0)
  const items = staff ? [...ITEMS, STAFF] : ITEMS
  return (
    <View className='tab-bar'>
      {items.map((item) => (
        <View
          key={item.path}
          className={cx('tab-bar__item', item.path === current && 'tab-bar__item--on')}
          aria-label={item.text}
          onClick={() => {
            if (item.path !== current) goTo(item.path)
          }}
        >
          <Icon name={item.icon} />
          <Text className='tab-bar__text'>{item.text}</Text>
        </View>
      ))}
    </View>
  )
}
