import { Text, View } from '@tarojs/components'
import type { Way } from '@shared/catalogue/contract'
import { chooseWay, currentStore, sitAt, useShop } from '@/features/catalogue'
import { goTo, TABS } from '@/platform/navigation'
import { scan } from '@/platform/scan'
import { queryOf, tableScene } from '@/platform/scene'
import { cx } from '@/ui/cx'
import { Icon, type IconName } from '@/ui/Icon'
import { toast } from '@/ui/toast'
import './Entries.scss'

/** The two large entries. 堂食 where the store has tables; the code on the table can be scanned right here. */
export function Entries() {
  const store = useShop(currentStore)
  const dineIn = store?.ways.includes('dineIn') ?? false
  const start = (way: Way) => {
    chooseWay(way)
    goTo(TABS.menu)
  }
  return (
    <View className='entries'>
      <Entry icon='bag' tone='accent' name='自取' hint='到店取，不用排队' onTap={() => start('pickup')} />
      <Entry
        icon='table'
        tone='green'
        name='堂食'
        hint={dineIn ? '坐下慢慢吃' : '这家店没有座位'}
        off={!dineIn}
        onTap={() => (dineIn ? start('dineIn') : toast('这家店没有座位，可以自取'))}
      />
      {dineIn && (
        <View className='entries__scan' onClick={() => void scanTable()}>
          <Icon name='scan' size='s' />
          <Text>已经坐下？扫桌上的码点单，做好送到桌</Text>
        </View>
      )}
    </View>
  )
}

type EntryProps = {
  readonly icon: IconName
  readonly tone: 'accent' | 'green'
  readonly name: string
  readonly hint: string
  readonly off?: boolean
  readonly onTap: () => void
}

function Entry({ icon, tone, name, hint, off = false, onTap }: EntryProps) {
  return (
    <View className={cx('entry', `entry--${tone}`, off && 'entry--off')} aria-label={name} onClick={onTap}>
      <View className='entry__icon'>
        <Icon name={icon} size='l' />
      </View>
      <Text className='entry__name'>{name}</Text>
      <Text className='entry__hint'>{hint}</Text>
    </View>
  )
}

async function scanTable(): Promise<void> {
  const path = await scan()
  if (path === null) return
  const seat = tableScene(queryOf(path)['scene'])
  if (seat === null) {
    goTo(path)
    return
  }
  sitAt(seat.storeId, seat.table)
  goTo(TABS.menu)
}
