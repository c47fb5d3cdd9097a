import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { yuan } from '@shared/kernel/money'
import type { PayoutWay } from '@shared/promoters/contract'
import type { Wish } from '@shared/promoters/payout'
import { Dialog } from '@/ui/Dialog'
import { asFigure } from '@/ui/figure'
import { Page } from '@/ui/Page'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { toast } from '@/ui/toast'
import { AmountCard } from './AmountCard'
import { CouponPicker } from './CouponPicker'
import type { Mine } from './store'
import { WayPicker } from './WayPicker'
import { hindrance, outcomeOf, withdraw } from './withdrawing'
import { amount } from './words'
import './WithdrawForm.scss'

type Props = { readonly mine: Mine; readonly ways: readonly [PayoutWay, ...PayoutWay[]] }

/** Which way, how much, and one question before it happens. */
export function WithdrawForm({ mine, ways }: Props) {
  const [picked, setPicked] = useState<PayoutWay>(ways[0])
  const [typed, setTyped] = useState('')
  const [campaignId, setCampaignId] = useState<string | null>(null)
  const { offer } = mine
  // the owner may have closed a way meanwhile
  const way = ways.includes(picked) ? picked : ways[0]
  const coupon = offer.coupons.find((one) => one.campaignId === campaignId)
  const byCoupon = way === 'coupon'
  const fen = byCoupon ? (coupon?.fen ?? NaN) : asFigure(typed, 100)
  const wish: Wish | null = Number.isNaN(fen) ? null : { fen, way, campaignId: byCoupon ? campaignId : null }
  const wrong = wish && hindrance(wish, mine)
  const sure = wish !== null && wrong === null ? wish : null
  const said = { wrong, outcome: outcomeWords(sure, mine) }
  const couponIs = { coupons: offer.coupons, chosen: coupon?.campaignId ?? null, onChoose: setCampaignId }
  return (
    <Page title='提现' footer={<Confirm wish={sure} mine={mine} />}>
      <View className='withdraw-form'>
        <Text className='withdraw-form__title'>提到哪里</Text>
        <WayPicker ways={ways} offer={offer} chosen={way} onChoose={setPicked} />
        {byCoupon ? (
          <CouponPicker {...couponIs} {...said} />
        ) : (
          <AmountCard {...{ mine, way, typed }} {...said} onTyped={setTyped} />
        )}
      </View>
    </Page>
  )
}

/** What there is, until something is chosen that can be had; then what comes of it. */
function outcomeWords(wish: Wish | null, mine: Mine): string {
  const { account, leftTodayFen } = mine
  const plan = wish && outcomeOf(wish, mine)
  const there = `可提现 ¥${yuan(account?.availableFen ?? 0)}，今天还能提 ¥${yuan(leftTodayFen)}`
  if (plan === null) return there
  const gets = plan.points > 0 ? `可换 ${plan.points} 积分` : ''
  return [gets, plan.approval ? '要先等店主审核' : ''].filter((words) => words !== '').join('，') || there
}

type ConfirmProps = { readonly wish: Wish | null; readonly mine: Mine }

/** `wish` is null while it can't be had as it stands. */
function Confirm({ wish, mine }: ConfirmProps) {
  const [asking, setAsking] = useState<Wish | null>(null)
  const confirm = async () => {
    if (asking === null) return
    const said = await withdraw(asking)
    setAsking(null)
    if (said !== null) toast(said)
  }
  return (
    <>
      <PrimaryButton size='l' disabled={wish === null} onTap={() => setAsking(wish)}>
        {wish === null ? '提现' : `${deedOf(wish)} ¥${amount(wish.fen)}`}
      </PrimaryButton>
      <Dialog
        open={asking !== null}
        title={asking === null ? '' : titleOf(asking, mine)}
        confirmText={asking === null ? '' : deedOf(asking)}
        onConfirm={confirm}
        onCancel={() => setAsking(null)}
      >
        <Text>{asking !== null && whatFollows(asking, mine)}</Text>
      </Dialog>
    </>
  )
}

const isExchange = ({ way }: Wish): boolean => way === 'points' || way === 'coupon'

const deedOf = (wish: Wish): string => (isExchange(wish) ? '兑换' : '提现')

function titleOf(wish: Wish, mine: Mine): string {
  if (!isExchange(wish)) return `提现 ¥${amount(wish.fen)}？`
  const note = outcomeOf(wish, mine)?.note ?? ''
  return `用 ¥${amount(wish.fen)} 换${wish.way === 'coupon' ? `「${note}」` : ` ${note}`}？`
}

const FOLLOWS: Readonly<Record<PayoutWay, string>> = {
  transfer: '接着在微信里确认收款，到账微信零钱。',
  cash: '店家转账给你，付好会在提现记录里写明。',
  points: '马上到账，换了不能退回。',
  coupon: '马上放进卡包，换了不能退回。',
}
const whatFollows = (wish: Wish, mine: Mine): string =>
  outcomeOf(wish, mine)?.approval === true ? '店主审核后才会付，审核前可以撤回。' : FOLLOWS[wish.way]
