import { Text } from '@tarojs/components'
import type { CouponView } from '@shared/coupons/contract'
import { yuan } from '@shared/kernel/money'
import type { Instant } from '@shared/kernel/time'
import { cx } from '@/ui/cx'
import { Money } from '@/ui/Money'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Ticket } from '@/ui/Ticket'
import { expiryOf } from './expiry'
import './CouponCard.scss'

type Props = {
  readonly coupon: CouponView
  /** The cloud's clock. */
  readonly now: Instant
  /** Shows 去使用 on a coupon that can be used. */
  readonly onUse?: () => void
}

const threshold = (fen: number) => (fen > 0 ? `满 ${yuan(fen)} 可用` : '无门槛')

/** Why it can't be used now; '' when it can. */
function deadMark(coupon: CouponView, now: Instant): string {
  if (coupon.state === 'redeemed') return '已使用'
  if (coupon.state === 'revoked') return '已收回'
  if (now >= coupon.expiresAt) return '已过期'
  return ''
}

/** One coupon as a ticket: large number, threshold, where it came from, when it ends. */
export function CouponCard({ coupon, now, onUse }: Props) {
  const { terms } = coupon
  const { offFen, thresholdFen } =
    terms.benefit.kind === 'amountOff' ? terms.benefit : { offFen: 0, thresholdFen: 0 }
  const mark = deadMark(coupon, now)
  const expiry = expiryOf(coupon.expiresAt, now)
  const held = mark === '' && coupon.state === 'held'
  return (
    <Ticket
      dead={mark !== ''}
      stub={
        <>
          <Money fen={offFen} size={yuan(offFen).length > 2 ? 'l' : 'xl'} tone='plain' />
          <Text className='coupon-card__threshold'>{threshold(thresholdFen)}</Text>
        </>
      }
      action={
        mark !== '' ? (
          <Text className='coupon-card__mark'>{mark}</Text>
        ) : onUse !== undefined && !held ? (
          <PrimaryButton size='s' onTap={onUse}>
            去使用
          </PrimaryButton>
        ) : null
      }
    >
      <Text className='coupon-card__title'>{terms.title}</Text>
      <Text className='coupon-card__scope'>{terms.source} · 全场饮品餐点通用</Text>
      {mark === '' && (
        <Text className={cx('coupon-card__expiry', expiry.soon && 'coupon-card__expiry--soon')}>
          {held ? '正用在一个待支付的订单上' : expiry.text}
        </Text>
      )}
    </Ticket>
  )
}
