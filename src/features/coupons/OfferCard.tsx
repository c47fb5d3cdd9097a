import { Text, View } from '@tarojs/components'
import type { Offer } from '@shared/coupons/contract'
import { limitWords, scopeWords, type Names } from '@shared/coupons/scope-words'
import { validityWords } from '@shared/coupons/validity-words'
import type { Tier } from '@shared/points/contract'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Ticket } from '@/ui/Ticket'
import { Stub } from './CouponCard'
import { forWords, HINDRANCE_MARKS, leftWords } from './offers'
import './OfferCard.scss'

type Props = {
  readonly offer: Offer
  readonly names: Names
  readonly tiers: readonly Tier[]
  /** May return a promise: the button stays busy until it settles. */
  readonly onTake: (offer: Offer) => unknown
  /** Members may pass it on as a poster. */
  readonly onPoster?: (offer: Offer) => void
}

/** A coupon to be had, as a ticket: what it takes off, what it is for, how long, how many are left. */
export function OfferCard({ offer, names, tiers, onTake, onPoster }: Props) {
  const { terms, hindrance } = offer
  const about = [scopeWords(terms, names), ...limitWords(terms, names)].join(' · ')
  const scarce = leftWords(offer)
  const whom = forWords(offer, tiers)
  return (
    <Ticket
      dead={hindrance === 'SOLD_OUT'}
      stub={<Stub terms={terms} />}
      action={<Action {...{ offer, onTake }} {...(onPoster ? { onPoster } : {})} />}
    >
      <Text className='coupon-card__title'>{terms.title}</Text>
      <Text className='offer-card__about'>{about}</Text>
      {whom !== '' && <Text className='offer-card__whom'>{whom}</Text>}
      <View className='offer-card__facts'>
        <Text className='offer-card__fact'>{validityWords(offer)}</Text>
        {scarce !== '' && <Text className='offer-card__fact offer-card__fact--scarce'>{scarce}</Text>}
      </View>
      {offer.by.kind === 'points' && <Text className='offer-card__points'>{offer.by.points} 积分</Text>}
    </Ticket>
  )
}

function Action({ offer, onTake, onPoster }: Pick<Props, 'offer' | 'onTake' | 'onPoster'>) {
  const { hindrance } = offer
  return (
    <View className='offer-card__action'>
      {hindrance !== null && hindrance !== 'NOT_A_MEMBER' ? (
        <Text className='coupon-card__mark'>{HINDRANCE_MARKS[hindrance]}</Text>
      ) : (
        <PrimaryButton size='s' onTap={() => onTake(offer)}>
          {buttonWords(offer)}
        </PrimaryButton>
      )}
      {onPoster !== undefined && hindrance !== 'SOLD_OUT' && (
        <Text className='offer-card__poster' onClick={() => onPoster(offer)}>
          海报
        </Text>
      )}
    </View>
  )
}

function buttonWords({ hindrance, by }: Offer): string {
  if (hindrance === 'NOT_A_MEMBER') return '入会领取'
  return by.kind === 'points' ? '兑换' : '领取'
}
