import { Text, Textarea, View } from '@tarojs/components'
import { useState } from 'react'
import type { Packaging } from '@shared/catalogue/contract'
import { yuan } from '@shared/kernel/money'
import type { Quote } from '@shared/orders/contract'
import { couponSentence } from '@shared/orders/coupon-sentences'
import { cloudNow } from '@/platform/clock'
import { Chip } from '@/ui/Chip'
import { Field } from '@/ui/Field'
import { CouponSheet } from './CouponSheet'
import './CheckoutOptions.scss'

type PackagingProps = {
  readonly packaging: readonly Packaging[]
  readonly chosen: string
  readonly onChoose: (id: string) => void
}

/** 打包方式 */
export function PackagingChoice({ packaging, chosen, onChoose }: PackagingProps) {
  return (
    <View className='checkout-options__packaging'>
      <Text className='checkout-options__label'>打包方式</Text>
      <View className='checkout-options__chips'>
        {packaging.map((p) => (
          <Chip
            key={p.id}
            label={p.name}
            on={p.id === chosen}
            {...(p.feeFen > 0 ? { extra: `¥${yuan(p.feeFen)}` } : {})}
            onTap={() => onChoose(p.id)}
          />
        ))}
      </View>
    </View>
  )
}

/** One line for the coupon row: what is applied and why, or what is missing. */
function couponWords(quote: Quote): string {
  const applied = quote.verdicts.find((v) => quote.couponIds.includes(v.couponId))
  if (applied !== undefined) return couponSentence(applied)
  const first = quote.verdicts[0]
  if (first === undefined) return '没有可用的券'
  return first.why.code === 'BEST' || first.why.code === 'USABLE' ? '这次不用券' : couponSentence(first)
}

type CouponProps = { readonly quote: Quote; readonly onChoose: (couponIds: readonly string[]) => void }

/** The coupon that is applied with its reason; a tap shows all of them. */
export function CouponChoice({ quote, onChoose }: CouponProps) {
  const [open, setOpen] = useState(false)
  const applied = quote.verdicts.find((v) => quote.couponIds.includes(v.couponId))
  return (
    <>
      <Field
        label='优惠券'
        hint={applied === undefined ? couponWords(quote) : `${applied.title} · ${couponWords(quote)}`}
        onTap={() => setOpen(true)}
      >
        <Text>
          {applied !== undefined
            ? '换一张'
            : quote.verdicts.length > 0
              ? `${quote.verdicts.length} 张`
              : '无'}
        </Text>
      </Field>
      <CouponSheet
        open={open}
        quote={quote}
        now={cloudNow()}
        onClose={() => setOpen(false)}
        onChoose={(id) => {
          setOpen(false)
          onChoose(id)
        }}
      />
    </>
  )
}

const NOTE_MAX = 60

type NoteProps = {
  readonly note: string
  readonly onNote: (note: string) => void
  /** What is wrong with it. */
  readonly error: string | null
}

/** A word to the shop, and how long it may be. */
export function NoteField({ note, onNote, error }: NoteProps) {
  return (
    <View className='checkout-options__note'>
      <View className='checkout-options__note-head'>
        <Text className='checkout-options__label'>备注</Text>
        <Text className='checkout-options__count'>
          {note.length}/{NOTE_MAX}
        </Text>
      </View>
      <Textarea
        className='checkout-options__input'
        value={note}
        maxlength={NOTE_MAX}
        placeholder='口味、忌口，写给店员看'
        autoHeight={false}
        onInput={(e) => onNote(e.detail.value)}
      />
      {error !== null && <Text className='checkout-options__error'>{error}</Text>}
    </View>
  )
}
