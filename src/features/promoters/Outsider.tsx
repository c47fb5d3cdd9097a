import type { Myself, Offer } from '@shared/promoters/contract'
import { useShop } from '@/features/catalogue'
import { JoinCard, useMe } from '@/features/members'
import { ApplyForm } from './ApplyForm'
import { ProgrammeCard } from './ProgrammeCard'
import { StandingCard } from './StandingCard'

type Props = { readonly offer: Offer; readonly promoter: Myself | null }

/** Who is no promoter (yet): what it is, how they stand, and the way in. */
export function Outsider({ offer, promoter }: Props) {
  const me = useMe((s) => s.me)
  const state = promoter?.state ?? null
  if (state === 'applied') return <Waiting offer={offer} />
  const reason = state === 'declined' ? (promoter?.reason ?? '') : ''
  if (!offer.open)
    return <StandingCard icon='shop' title='本店现在不招推客' reason={reason} hint='开放后，可以在这里申请' />
  return (
    <>
      {state === 'invited' && (
        <StandingCard icon='person' title='店家邀请你做推客' hint='看过须知，同意后马上生效' />
      )}
      {state === 'declined' && (
        <StandingCard
          icon='info'
          tone='bad'
          title='上次的申请没有通过'
          reason={reason}
          hint='可以补充说明，再申请一次'
        />
      )}
      <ProgrammeCard offer={offer} />
      {me !== null && me.member === null ? (
        <Stranger />
      ) : (
        <ApplyForm
          key={me?.member?.id ?? ''}
          offer={offer}
          name={promoter?.name ?? me?.member?.nickname ?? ''}
          invited={state === 'invited'}
        />
      )}
    </>
  )
}

const Waiting = ({ offer }: { readonly offer: Offer }) => (
  <>
    <StandingCard icon='clock' title='申请已收到' hint='店家看过后给你答复，回到这一页就看得到' />
    <ProgrammeCard offer={offer} />
  </>
)

/** Whoever brings friends is a member first. */
function Stranger() {
  const welcome = useShop((s) => s.shop?.welcome ?? null)
  return <JoinCard welcome={welcome} />
}
