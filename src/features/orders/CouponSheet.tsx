import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { yuan, type Fen } from '@shared/kernel/money'
import type { Instant } from '@shared/kernel/time'
import type { CouponVerdict, Quote } from '@shared/orders/contract'
import { Empty } from '@/ui/Empty'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Sheet } from '@/ui/Sheet'
import { bestIds, isUsable, sameIds, sectionsOf, tapped } from './coupon-choice'
import { VerdictTicket } from './VerdictTicket'
import './CouponSheet.scss'

type Props = {
  readonly quote: Pick<Quote, 'verdicts' | 'couponIds'>
  readonly now: Instant
  /** What these coupons take off together; `unusable`: not together; null: only the cloud knows. */
  readonly offOf: (couponIds: readonly string[]) => Fen | 'unusable' | null
  readonly onClose: () => void
  /** The coupons to apply, at most one a slot; none: []. */
  readonly onChoose: (couponIds: readonly string[]) => void
}

/** Every coupon of the member: one may be chosen for each part of the price; the others say why not. */
export function CouponSheet({ quote, now, offOf, onClose, onChoose }: Props) {
  const { verdicts } = quote
  const [chosen, setChosen] = useState<readonly string[]>(quote.couponIds)
  const tap = (verdict: CouponVerdict) => setChosen(tapped(chosen, verdict, verdicts))
  const foot = verdicts.some(isUsable)
    ? { footer: <Foot {...{ chosen, offOf }} onConfirm={() => onChoose(chosen)} /> }
    : {}
  return (
    <Sheet open title='优惠券' onClose={onClose} {...foot}>
      <View className='coupon-sheet'>
        {verdicts.length === 0 && (
          <Empty icon='ticket' title='还没有优惠券' hint='入会和门店活动的券会放在这里' />
        )}
        {verdicts.some(isUsable) && <Head {...{ chosen, verdicts }} onSet={setChosen} />}
        {sectionsOf(verdicts).map(({ slot, title, verdicts: own }) => (
          <View key={slot}>
            <Text className='coupon-sheet__title'>
              {title} · {own.length} 张可用
            </Text>
            {own.map((v) => (
              <VerdictTicket
                key={v.couponId}
                verdict={v}
                now={now}
                chosen={chosen.includes(v.couponId)}
                onTap={() => tap(v)}
              />
            ))}
          </View>
        ))}
        <Others verdicts={verdicts.filter((v) => !isUsable(v))} now={now} />
      </View>
    </Sheet>
  )
}

type HeadProps = {
  readonly chosen: readonly string[]
  readonly verdicts: readonly CouponVerdict[]
  readonly onSet: (chosen: readonly string[]) => void
}

/** How many may be chosen, and the two quick choices: the best, and none. */
function Head({ chosen, verdicts, onSet }: HeadProps) {
  const best = bestIds(verdicts)
  return (
    <View className='coupon-sheet__head'>
      <Text className='coupon-sheet__rule'>每类可用一张，能一起用</Text>
      {!sameIds(chosen, best) && best.length > 0 && (
        <View className='coupon-sheet__quick' onClick={() => onSet(best)}>
          <Text>用最优惠的</Text>
        </View>
      )}
      {chosen.length > 0 && (
        <View className='coupon-sheet__quick' onClick={() => onSet([])}>
          <Text>不用券</Text>
        </View>
      )}
    </View>
  )
}

/** So many of those that can't be used show at first: they are there to be asked about, not in the way. */
const FEW = 4
const isMany = (count: number) => count > FEW + 2

function Others({ verdicts, now }: { readonly verdicts: readonly CouponVerdict[]; readonly now: Instant }) {
  const [all, setAll] = useState(false)
  if (verdicts.length === 0) return null
  const shown = all || !isMany(verdicts.length) ? verdicts : verdicts.slice(0, FEW)
  return (
    <View>
      <Text className='coupon-sheet__title'>暂不可用 · {verdicts.length} 张</Text>
      {shown.map((v) => (
        <VerdictTicket key={v.couponId} verdict={v} now={now} chosen={false} />
      ))}
      {shown.length < verdicts.length && (
        <View className='coupon-sheet__more' onClick={() => setAll(true)}>
          <Text>看其余 {verdicts.length - shown.length} 张为什么不能用</Text>
        </View>
      )}
    </View>
  )
}

type FootProps = Pick<Props, 'offOf'> & {
  readonly chosen: readonly string[]
  readonly onConfirm: () => void
}

function Foot({ chosen, offOf, onConfirm }: FootProps) {
  const off = offOf(chosen)
  const words = chosen.length === 0 ? '这次不用券' : `已选 ${chosen.length} 张`
  return (
    <View className='coupon-sheet__foot'>
      <View className='coupon-sheet__sum'>
        <Text className='coupon-sheet__count'>{words}</Text>
        {off === 'unusable' ? (
          <Text className='coupon-sheet__clash'>这几张不能一起用，换一张试试</Text>
        ) : (
          off !== null && off > 0 && <Text className='coupon-sheet__off'>共减 ¥{yuan(off)}</Text>
        )}
      </View>
      <PrimaryButton disabled={off === 'unusable'} onTap={onConfirm}>
        确定
      </PrimaryButton>
    </View>
  )
}
