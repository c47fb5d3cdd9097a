import { Text, View } from '@tarojs/components'
import { shopDateTime, type Instant } from '@shared/kernel/time'
import type { PointLine } from '@shared/points/contract'
import { POINT_REASONS } from '@shared/points/sentences'
import { cloudNow } from '@/platform/clock'
import { cx } from '@/ui/cx'
import './PointRow.scss'

/** One line of 积分明细: why, of what, when, and how many. */
export function PointRow({ line: { why, what, at, points } }: { readonly line: PointLine }) {
  const when = whenText(at, cloudNow())
  return (
    <View className='point-row'>
      <View className='point-row__words'>
        <Text className='point-row__why'>{POINT_REASONS[why]}</Text>
        <Text className='point-row__what'>{what === '' ? when : `${what} · ${when}`}</Text>
      </View>
      <Text className={cx('point-row__points', points > 0 && 'point-row__points--got')}>
        {points > 0 ? `+${points}` : `−${-points}`}
      </Text>
    </View>
  )
}

/** 11-24 08:42; with the year where it is another one. */
function whenText(at: Instant, now: Instant): string {
  const text = shopDateTime(at)
  return text.slice(0, 4) === shopDateTime(now).slice(0, 4) ? text.slice(5) : text
}
