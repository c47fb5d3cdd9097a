import { Text, View } from '@tarojs/components'
import { benefitWords } from '@shared/coupons/benefit'
import type { CampaignView } from '@shared/coupons/campaign-contract'
import { scopeWords, type Names } from '@shared/coupons/scope-words'
import type { Instant } from '@shared/kernel/time'
import { cx } from '@/ui/cx'
import { forecastOf } from './forecast'
import { periodWords } from './moments'
import { StandingMark } from './StandingMark'
import { yuanGrouped } from './typed'
import { entryWords, isLong, standingOf } from './words'
import './CampaignCard.scss'

type Props = {
  readonly campaign: CampaignView
  readonly names: Names
  readonly now: Instant
  readonly onTap: () => void
}
/** One campaign of the list: what it gives, how it comes, when, and how much of it is out. */
export function CampaignCard({ campaign, names, now, onTap }: Props) {
  const { big, unit, line } = benefitWords(campaign.terms.benefit)
  const standing = standingOf(campaign, now)
  return (
    <View className={cx('campaign-card', standing === 'over' && 'campaign-card--over')} onClick={onTap}>
      <View className='campaign-card__top'>
        <View className='campaign-card__stub'>
          <View className='campaign-card__value'>
            <Text className={cx('campaign-card__big', isLong(big) && 'campaign-card__big--long')}>{big}</Text>
            {unit !== '' && <Text className='campaign-card__unit'>{unit}</Text>}
          </View>
          <Text className='campaign-card__line'>{line}</Text>
        </View>
        <View className='campaign-card__words'>
          <View className='campaign-card__head'>
            <Text className='campaign-card__name'>{campaign.name}</Text>
            <StandingMark standing={standing} />
          </View>
          <Text className='campaign-card__fact'>
            {entryWords(campaign.entry)} · {scopeWords(campaign.terms, names)}
          </Text>
          <Text className='campaign-card__fact'>{periodWords(campaign, now)}</Text>
        </View>
      </View>
      <Spent campaign={campaign} over={standing === 'over'} />
    </View>
  )
}

/** How many are out, of how many, and what the rest may still cost. */
function Spent({ campaign, over }: { readonly campaign: CampaignView; readonly over: boolean }) {
  const { count, leftFen } = forecastOf(campaign, campaign)
  const { issued, issuedFen } = campaign
  const share = count === null || count === 0 ? null : Math.min(100, Math.round((issued / count) * 100))
  return (
    <View className='campaign-card__spent'>
      {share !== null && (
        <View className='campaign-card__bar'>
          <View className='campaign-card__fill' style={{ width: `${share}%` }} />
        </View>
      )}
      <View className='campaign-card__sums'>
        <Text>{count === null ? `已发 ${issued} 张 · 不限张数` : `已发 ${issued} / ${count} 张`}</Text>
        {over ? (
          <Text>最多花费 ¥{yuanGrouped(issuedFen)}</Text>
        ) : leftFen === null ? (
          <Text className='campaign-card__open'>没有上限</Text>
        ) : (
          <Text>最多还会送出 ¥{yuanGrouped(leftFen)}</Text>
        )}
      </View>
    </View>
  )
}
