import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Myself, Offer } from '@shared/promoters/contract'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Sheet } from '@/ui/Sheet'
import { toast } from '@/ui/toast'
import { ConsentRow } from './ConsentRow'
import { applyToPromote } from './store'
import { TermsText } from './TermsText'
import './TermsSheet.scss'

type Props = {
  readonly open: boolean
  readonly onClose: () => void
  readonly offer: Offer
  readonly promoter: Myself
}

/** The terms to read again; newer ones than were accepted, with the question for another yes. */
export function TermsSheet({ open, onClose, offer, promoter }: Props) {
  const asks = hasNewTerms(promoter, offer)
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title='推客须知'
      {...(asks ? { footer: <Accept name={promoter.name} onDone={onClose} /> } : {})}
    >
      <View className='terms-sheet'>
        <TermsText terms={offer.terms} />
      </View>
    </Sheet>
  )
}

/** Whether a promoter has yet to say yes to the terms that hold now. */
export const hasNewTerms = ({ state, termsVersion }: Myself, offer: Offer): boolean =>
  state === 'accepted' && termsVersion !== offer.termsVersion

function Accept({ name, onDone }: { readonly name: string; readonly onDone: () => void }) {
  const [agreed, setAgreed] = useState(false)
  const accept = async () => {
    const refused = await applyToPromote(name, '')
    if (refused === null) onDone()
    else setAgreed(false)
    toast(refused ?? '已同意新的须知')
  }
  return (
    <>
      <ConsentRow on={agreed} onChange={setAgreed} />
      <PrimaryButton size='l' disabled={!agreed} onTap={accept}>
        同意
      </PrimaryButton>
    </>
  )
}
