import { Text, View } from '@tarojs/components'
import { yuan } from '@shared/kernel/money'
import type { Instant } from '@shared/kernel/time'
import type { CouponVerdict, Quote } from '@shared/orders/contract'
import { couponSentence } from '@shared/orders/coupon-sentences'
import { expiryOf } from '@/features/coupons'
import { cx } from '@/ui/cx'
import { Empty } from '@/ui/Empty'
import { Icon } from '@/ui/Icon'
import { Money } from '@/ui/Money'
import { Sheet } from '@/ui/Sheet'
import { Ticket } from '@/ui/Ticket'
import './CouponSheet.scss'

type Props = {
  readonly open: boolean
  readonly quote: Quote
  readonly now: Instant
  readonly onClose: () => void
  /** The coupons to apply; none: []. */
  readonly onChoose: (couponIds: readonly string[]) => void
}

const usable = (verdict: CouponVerdict) => verdict.why.code === 'BEST' || verdict.why.code === 'USABLE'

/** Every coupon of the member with its reason: what it takes off, or why it can't be used. */
export function CouponSheet({ open, quote, now, onClose, onChoose }: Props) {
  const groups = [
    { title: '可用', verdicts: quote.verdicts.filter(usable) },
    { title: '暂不可用', verdicts: quote.verdicts.filter((v) => !usable(v)) },
  ].filter((group) => group.verdicts.length > 0)
  return (
    <Sheet open={open} title='优惠券' onClose={onClose}>
      <View className='coupon-sheet'>
        {groups.length === 0 && (
          <Empty icon='ticket' title='还没有优惠券' hint='入会和门店活动的券会放在卡包里' />
        )}
        {groups.map(({ title, verdicts }) => (
          <View key={title}>
            <Text className='coupon-sheet__title'>
              {title} {verdicts.length}
            </Text>
            {verdicts.map((verdict) => (
              <VerdictTicket
                key={verdict.couponId}
                verdict={verdict}
                now={now}
                chosen={quote.couponIds.includes(verdict.couponId)}
                onChoose={() => onChoose([verdict.couponId])}
              />
            ))}
          </View>
        ))}
        {groups.length > 0 && (
          <View className='coupon-sheet__none' onClick={() => onChoose([])}>
            <Text>这次不用券</Text>
            <Radio on={quote.couponIds.length === 0} />
          </View>
        )}
      </View>
    </Sheet>
  )
}

type TicketProps = {
  readonly verdict: CouponVerdict
  readonly now: Instant
  readonly chosen: boolean
  readonly onChoose: () => void
}

function VerdictTicket({ verdict, now, chosen, onChoose }: TicketProps) {
  const ok = usable(verdict)
  return (
    <View className='coupon-sheet__ticket'>
      <Ticket
        dead={!ok}
        chosen={chosen}
        {...(ok ? { onTap: onChoose } : {})}
        stub={
          <>
            {ok ? <Money fen={verdict.offFen} size='l' tone='plain' /> : <Icon name='ticket' size='l' />}
            <Text className='coupon-sheet__threshold'>
              {verdict.thresholdFen > 0 ? `满 ${yuan(verdict.thresholdFen)} 可用` : '无门槛'}
            </Text>
          </>
        }
        action={ok ? <Radio on={chosen} /> : null}
      >
        <Text className='coupon-sheet__name'>{verdict.title}</Text>
        <Text
          className={cx(
            'coupon-sheet__why',
            verdict.why.code === 'BELOW_THRESHOLD' && 'coupon-sheet__why--short',
          )}
        >
          {couponSentence(verdict)}
        </Text>
        {verdict.why.code !== 'EXPIRED' && (
          <Text className='coupon-sheet__expiry'>{expiryOf(verdict.expiresAt, now).text}</Text>
        )}
      </Ticket>
    </View>
  )
}

function Radio({ on }: { readonly on: boolean }) {
  return (
    <View className={cx('coupon-sheet__radio', on && 'coupon-sheet__radio--on')}>
      {on && <Icon name='check' size='s' />}
    </View>
  )
}
