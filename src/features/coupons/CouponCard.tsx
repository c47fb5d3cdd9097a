import { Text, View } from '@tarojs/components'
import { memo, useState } from 'react'
import { benefitWords } from '@shared/coupons/benefit'
import type { CouponView, Terms } from '@shared/coupons/contract'
import { limitWords, scopeWords, type Names } from '@shared/coupons/scope-words'
import { shopDateTime, type Instant } from '@shared/kernel/time'
import { cx } from '@/ui/cx'
import { Icon } from '@/ui/Icon'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Ticket } from '@/ui/Ticket'
import { expiryOf } from './expiry'
import './CouponCard.scss'

type Props = {
  readonly coupon: CouponView
  /** The cloud's clock. */
  readonly now: Instant
  /** What the shop calls its goods and stores; without it a narrow scope has no names. */
  readonly names?: Names
  /** Shows 去使用 on a coupon that can be used. */
  readonly onUse?: (terms: Terms) => void
}

const NO_NAMES: Names = { categories: {}, products: {}, skus: {}, stores: {} }

/** Why it can't be used now; '' when it can. */
function deadMark(coupon: CouponView, now: Instant): string {
  if (coupon.state === 'redeemed') return '已使用'
  if (coupon.state === 'revoked') return '已收回'
  if (now >= coupon.expiresAt) return '已过期'
  return ''
}

/** When it can be used: soon to end, not yet begun, or lying with an order. */
function whenWords(coupon: CouponView, now: Instant): { readonly text: string; readonly soon: boolean } {
  if (coupon.state === 'held') return { text: '正用在一个待支付的订单上', soon: false }
  if (now < coupon.startsAt) return { text: `${shopDateTime(coupon.startsAt)} 起可用`, soon: false }
  return expiryOf(coupon.expiresAt, now)
}

/** One coupon as a ticket: large number, threshold, what it is for, when it ends, and its rules at a tap. */
export function CouponCard({ coupon, now, names = NO_NAMES, onUse }: Props) {
  const mark = deadMark(coupon, now)
  const usable = mark === '' && coupon.state === 'issued' && now >= coupon.startsAt
  const when = whenWords(coupon, now)
  return (
    <Card
      {...{ coupon, names, mark, usable, when: when.text, soon: when.soon }}
      {...(onUse ? { onUse } : {})}
    />
  )
}

type CardProps = Required<Pick<Props, 'coupon' | 'names'>> &
  Pick<Props, 'onUse'> & {
    readonly mark: string
    readonly usable: boolean
    readonly when: string
    readonly soon: boolean
  }

/** Redrawn when what it says changes, not with each tick of the wallet's clock: there may be sixty of them. */
const Card = memo(function Card({ coupon, names, mark, usable, when, soon, onUse }: CardProps) {
  const [open, setOpen] = useState(false)
  const { terms } = coupon
  return (
    <View className={cx('coupon-card', open && 'coupon-card--open')}>
      <Ticket
        dead={mark !== ''}
        stub={<Stub terms={terms} />}
        action={
          mark !== '' ? (
            <Text className='coupon-card__mark'>{mark}</Text>
          ) : onUse !== undefined && usable ? (
            <PrimaryButton size='s' onTap={() => onUse(terms)}>
              去使用
            </PrimaryButton>
          ) : null
        }
      >
        <Text className='coupon-card__title'>{terms.title}</Text>
        <Text className='coupon-card__scope'>{scopeWords(terms, names)}</Text>
        {mark === '' && (
          <Text className={cx('coupon-card__expiry', soon && 'coupon-card__expiry--soon')}>{when}</Text>
        )}
        <View className='coupon-card__more' onClick={() => setOpen(!open)}>
          <Text>使用规则</Text>
          <View className={cx('coupon-card__arrow', open && 'coupon-card__arrow--up')}>
            <Icon name='right' size='s' />
          </View>
        </View>
      </Ticket>
      {open && <Rules coupon={coupon} names={names} />}
    </View>
  )
})

/** The large number with its unit, and the line under it. Long numbers are set smaller. */
export function Stub({ terms }: { readonly terms: Terms }) {
  const { big, unit, line } = benefitWords(terms.benefit)
  const size = big.length > 4 ? 's' : big.length > 2 ? 'm' : 'l'
  return (
    <>
      <View className='coupon-card__benefit'>
        <Text className={`coupon-card__big coupon-card__big--${size}`}>{big}</Text>
        {unit !== '' && <Text className='coupon-card__unit'>{unit}</Text>}
      </View>
      <Text className='coupon-card__threshold'>{line}</Text>
    </>
  )
}

/** Everything that limits it, a sentence each. */
function Rules({ coupon, names }: Pick<CardProps, 'coupon' | 'names'>) {
  const { terms, startsAt, expiresAt } = coupon
  const { most } = benefitWords(terms.benefit)
  const rules = [
    `${shopDateTime(startsAt)} 至 ${shopDateTime(expiresAt - 1)} 可用`,
    scopeWords(terms, names),
    ...limitWords(terms, names),
    most,
    `来自：${terms.source}`,
    '同一类优惠每单用一张；下单未付款会保留到订单取消；门店未制作前全额退款，券退回且有效期不变',
  ].filter((rule) => rule !== '')
  return (
    <View className='coupon-card__rules'>
      {rules.map((rule) => (
        <Text key={rule} className='coupon-card__rule'>
          {rule}
        </Text>
      ))}
    </View>
  )
}
