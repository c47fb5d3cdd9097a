import { Text } from '@tarojs/components'
import { useState } from 'react'
import { yuan } from '@shared/kernel/money'
import type { Quote } from '@shared/orders/contract'
import { cloudNow } from '@/platform/clock'
import { Field } from '@/ui/Field'
import { preview, type Basket, type Known } from './basket'
import { bestIds, couponRowWords, isUsable, sameIds } from './coupon-choice'
import { CouponSheet } from './CouponSheet'
import './CouponChoice.scss'

type Props = {
  readonly basket: Basket
  readonly known: Known | null
  readonly quote: Quote
  readonly onChoose: (coupons: Basket['coupons']) => void
}

/** What coupons take off, and which; a tap shows all of them. */
export function CouponChoice({ basket, known, quote, onChoose }: Props) {
  const [open, setOpen] = useState(false)
  const words = couponRowWords(quote)
  const usable = quote.verdicts.filter(isUsable).length
  const offOf = (ids: readonly string[]) => {
    if (known === null) return null
    const guess = preview({ ...basket, coupons: [...ids] }, known)
    return guess === 'COUPON_UNUSABLE' ? 'unusable' : (guess?.couponFen ?? null)
  }
  return (
    <>
      <Field label='优惠券' {...(words === '' ? {} : { hint: words })} onTap={() => setOpen(true)}>
        {quote.couponFen > 0 ? (
          <Text className='coupon-choice__off'>-¥{yuan(quote.couponFen)}</Text>
        ) : (
          <Text>{usable > 0 ? `${usable} 张可用` : '无可用'}</Text>
        )}
      </Field>
      {open && (
        <CouponSheet
          quote={quote}
          now={cloudNow()}
          offOf={offOf}
          onClose={() => setOpen(false)}
          onChoose={(ids) => {
            setOpen(false)
            // the best stays the best when the cart changes
            onChoose(sameIds(ids, bestIds(quote.verdicts)) ? 'best' : [...ids])
          }}
        />
      )}
    </>
  )
}
