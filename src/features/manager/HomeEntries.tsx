import { Text, View } from '@tarojs/components'
import type { Role } from '@shared/members/contract'
import { goTo } from '@/platform/navigation'
import { Badge } from '@/ui/Badge'
import { Icon, type IconName } from '@/ui/Icon'
import './HomeEntries.scss'

type Entry = {
  readonly name: string
  readonly note: string
  readonly icon: IconName
  readonly page: string
  /** Only owner and managers decide there; the cloud says so too. */
  readonly managers?: true
}

const ENTRIES: readonly Entry[] = [
  { name: '库存', note: '估清和剩余份数', icon: 'box', page: 'stock' },
  { name: '会员', note: '查会员、送券', icon: 'person', page: 'member' },
  { name: '优惠活动', note: '发券、满减', icon: 'ticket', page: 'campaigns', managers: true },
  { name: '邀请有礼', note: '老客带新客', icon: 'gift', page: 'rewards', managers: true },
  { name: '没付完的单', note: '提醒、发券、看效果', icon: 'clock', page: 'left', managers: true },
  { name: '推客', note: '审核、比例、提现', icon: 'coin', page: 'promoters', managers: true },
  { name: '渠道码', note: '桌贴、社群带来多少', icon: 'qr', page: 'codes', managers: true },
  { name: '门店设置', note: '营业、外送、预订', icon: 'shop', page: 'store', managers: true },
  { name: '店铺设置', note: '公告、积分、打包', icon: 'gear', page: 'settings', managers: true },
  { name: '发票', note: '顾客申请的发票', icon: 'note', page: 'invoices', managers: true },
  { name: '对账提醒', note: '对不上的钱和退款', icon: 'warn', page: 'alerts', managers: true },
]

type Props = {
  readonly storeId: string
  readonly role: Role
  /** Differences that nobody has put away. */
  readonly alerts: number
}

/** The way to everything that staff of this role do. */
export function HomeEntries({ storeId, role, alerts }: Props) {
  const mine = ENTRIES.filter((entry) => entry.managers === undefined || role !== 'clerk')
  return (
    <View className='home-entries'>
      {mine.map(({ name, note, icon, page }) => (
        <View
          key={page}
          className='home-entries__entry'
          onClick={() => goTo(`/features/manager/pages/${page}/index?storeId=${storeId}`)}
        >
          <View className='home-entries__icon'>
            <Icon name={icon} />
          </View>
          {page === 'alerts' && (
            <View className='home-entries__badge'>
              <Badge count={alerts} />
            </View>
          )}
          <View className='home-entries__words'>
            <Text className='home-entries__name'>{name}</Text>
            <Text className='home-entries__note'>{note}</Text>
          </View>
        </View>
      ))}
    </View>
  )
}
