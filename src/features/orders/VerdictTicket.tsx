import { Text, View } from '@tarojs/components'
import { thresholdWords } from '@shared/coupons/benefits/words'
import type { Instant } from '@shared/kernel/time'
import type { CouponVerdict } from '@shared/orders/contract'
import { couponSentence } from '@shared/orders/coupon-sentences'
import { expiryOf } from '@/features/coupons'
import { cx } from '@/ui/cx'
import { Icon } from '@/ui/Icon'
import { Money } from '@/ui/Money'
import { Radio } from '@/ui/Radio'
import { Ticket } from '@/ui/Ticket'
import { isUsable } from './coupon-choice'
import './VerdictTicket.scss'

type Props = {
  readonly verdict: CouponVerdict
  readonly now: Instant
  readonly chosen: boolean
  /** Only a usable one takes a tap. */
  readonly onTap?: () => void
}

/** Fen that somebody may well add. */
const NEAR_FEN = 2000

/** What a little more in the cart would mend is worth a warmer colour. */
const isNear = ({ why }: CouponVerdict) =>
  why.code === 'TOO_FEW' || (why.code === 'BELOW_THRESHOLD' && why.shortFen <= NEAR_FEN)

/** One coupon on this cart: what it takes off, or why it can't be used. */
export function VerdictTicket({ verdict, now, chosen, onTap }: Props) {
  const ok = isUsable(verdict)
  return (
    <View className='verdict'>
      <Ticket
        dead={!ok}
        chosen={chosen}
        {...(onTap === undefined ? {} : { onTap })}
        stub={
          <>
            {ok ? <Money fen={verdict.offFen} size='l' tone='plain' /> : <Icon name='ticket' size='l' />}
            {verdict.slot !== 'item' && (
              <Text className='verdict__threshold'>{thresholdWords(verdict.thresholdFen)}</Text>
            )}
          </>
        }
        action={ok ? <Radio on={chosen} /> : null}
      >
        <Text className='verdict__name'>{verdict.title}</Text>
        <Text
          className={cx('verdict__why', ok && 'verdict__why--ok', isNear(verdict) && 'verdict__why--near')}
        >
          {couponSentence(verdict)}
        </Text>
        {verdict.why.code !== 'EXPIRED' && (
          <Text className='verdict__expiry'>{expiryOf(verdict.expiresAt, now).text}</Text>
        )}
      </Ticket>
    </View>
  )
}
