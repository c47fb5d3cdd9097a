import { Text, View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import type { Offer } from '@shared/coupons/contract'
import { balanceOf } from '@shared/points/account'
import { useNames, useShop } from '@/features/catalogue'
import { useMe, WALLET } from '@/features/members'
import { posterPath, shareCard, useLanding, useShopCard } from '@/features/referral'
import { cloudNow } from '@/platform/clock'
import { goTo } from '@/platform/navigation'
import { Dialog } from '@/ui/Dialog'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Skeleton } from '@/ui/Skeleton'
import { toast } from '@/ui/toast'
import { CodeEntry } from '../../CodeEntry'
import { OfferCard } from '../../OfferCard'
import { claimOffer, loadOffers, useOffers } from '../../offers-store'
import './index.scss'

const NO_TIERS = [] as const

/** 领券中心. A link may bring a code (`?code=HELLO2026`), and a scanned code what it leads to. */
export default function OffersPage() {
  const { offers, failed } = useOffers()
  const linked = useRouter().params['code'] ?? ''
  const scanned = useLanding((s) => s.claimCode)
  const code = linked === '' ? scanned : linked
  useShopCard(() => {
    const [first] = offers ?? []
    return first === undefined ? null : shareCard(passedOn(first))
  })
  useDidShow(() => {
    void loadOffers()
  })
  usePullDownRefresh(() => {
    void loadOffers().finally(() => Taro.stopPullDownRefresh())
  })
  return (
    <Page title='领券中心'>
      <View className='offers'>
        <CodeEntry key={code} brought={code} />
        {offers === null ? (
          <View className='offers__waiting'>
            {failed === null ? <Skeleton rows={3} /> : <ErrorState {...failed} onRetry={loadOffers} />}
          </View>
        ) : (
          <Offers offers={offers} />
        )}
        <PrimaryButton className='offers__wallet' tone='plain' onTap={() => goTo(WALLET)}>
          查看我的优惠券
        </PrimaryButton>
      </View>
    </Page>
  )
}

/** The claim centre as it is passed on, under the name of its first coupon. */
const passedOn = ({ campaignId, terms }: Offer) => ({
  target: { kind: 'campaign' as const, campaignId },
  title: `${terms.title}，在领券中心`,
})

async function take(offer: Offer): Promise<void> {
  const refused = await claimOffer(offer)
  toast(refused ?? (offer.by.kind === 'points' ? '兑换成功，在我的券里' : '领取成功，在我的券里'))
}

function Offers({ offers }: { readonly offers: readonly Offer[] }) {
  const [asking, setAsking] = useState<Offer | null>(null)
  const forPoints = offers.filter(({ by }) => by.kind === 'points')
  const free = offers.filter(({ by }) => by.kind !== 'points')
  if (offers.length === 0)
    return <Empty icon='ticket' title='现在没有可领的券' hint='门店有新活动时，会出现在这里' />
  const confirm = async () => {
    if (asking !== null) await take(asking)
    setAsking(null)
  }
  return (
    <>
      {free.length > 0 && <Section name='领券' offers={free} onTake={take} />}
      {forPoints.length > 0 && (
        <Section name='积分兑换' aside={<Balance />} offers={forPoints} onTake={setAsking} />
      )}
      <Dialog
        open={asking !== null}
        title={`用 ${asking?.by.kind === 'points' ? asking.by.points : 0} 积分兑换？`}
        confirmText='兑换'
        onConfirm={confirm}
        onCancel={() => setAsking(null)}
      >
        <Text>「{asking?.terms.title}」兑换后放进我的券，积分不退回。</Text>
      </Dialog>
    </>
  )
}

type SectionProps = {
  readonly name: string
  readonly aside?: ReactNode
  readonly offers: readonly Offer[]
  readonly onTake: (offer: Offer) => unknown
}

const toPoster = ({ campaignId }: Offer) => goTo(posterPath({ kind: 'campaign', campaignId }))

/** What can be had comes before what can't. */
function Section({ name, aside, offers, onTake }: SectionProps) {
  const names = useNames()
  const tiers = useShop((s) => s.shop?.loyalty.tiers) ?? NO_TIERS
  const isMember = useMe((s) => (s.me?.member ?? null) !== null)
  const can = (offer: Offer) => (offer.hindrance === null || offer.hindrance === 'NOT_A_MEMBER' ? 0 : 1)
  return (
    <>
      <View className='offers__section'>
        <Text className='offers__name'>{name}</Text>
        {aside}
      </View>
      {[...offers]
        .sort((a, b) => can(a) - can(b))
        .map((offer) => (
          <View key={offer.campaignId} className='offers__offer'>
            <OfferCard {...{ offer, names, tiers, onTake }} {...(isMember ? { onPoster: toPoster } : {})} />
          </View>
        ))}
    </>
  )
}

function Balance() {
  const account = useMe((s) => s.me?.member?.account ?? null)
  if (account === null) return null
  return <Text className='offers__balance'>我的积分 {balanceOf(account, cloudNow())}</Text>
}
