import { Text, Textarea, View } from '@tarojs/components'
import { useState } from 'react'
import type { Offer } from '@shared/promoters/contract'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { TextRow } from '@/ui/TextRow'
import { toast } from '@/ui/toast'
import { ConsentRow } from './ConsentRow'
import { applyToPromote } from './store'
import { TermsText } from './TermsText'
import './ApplyForm.scss'

const NAME_MAX = 20
const NOTE_MAX = 100

type Props = {
  readonly offer: Offer
  /** What the person is called already. */
  readonly name: string
  /** The shop has asked them: their yes is enough, and there is nothing to write. */
  readonly invited: boolean
}

/** The terms, what to be called, a word to the owner, and an explicit yes. */
export function ApplyForm({ offer, name: known, invited }: Props) {
  const [name, setName] = useState(known.slice(0, NAME_MAX))
  const [note, setNote] = useState('')
  // other terms ask for another yes
  const [agreedTo, setAgreedTo] = useState<number | null>(null)
  const agreed = agreedTo === offer.termsVersion
  const apply = async () => {
    const refused = await applyToPromote(name.trim(), note.trim())
    toast(refused ?? (invited ? '已加入，欢迎' : '已提交申请'))
  }
  return (
    <View className='apply'>
      <Text className='apply__title'>推客须知</Text>
      <View className='apply__terms'>
        <TermsText terms={offer.terms} />
      </View>
      <View className='apply__fields'>
        <TextRow label='称呼' value={name} onInput={setName} placeholder='店家怎么叫你' max={NAME_MAX} />
        {!invited && <Note note={note} onNote={setNote} />}
      </View>
      <ConsentRow on={agreed} onChange={(on) => setAgreedTo(on ? offer.termsVersion : null)} />
      <PrimaryButton size='l' disabled={!agreed || name.trim() === ''} onTap={apply}>
        {invited ? '同意并加入' : '提交申请'}
      </PrimaryButton>
    </View>
  )
}

function Note({ note, onNote }: { readonly note: string; readonly onNote: (note: string) => void }) {
  return (
    <View className='apply__note'>
      <View className='apply__note-head'>
        <Text>给店家的话</Text>
        <Text className='apply__count'>
          {note.length}/{NOTE_MAX}
        </Text>
      </View>
      <Textarea
        className='apply__text'
        value={note}
        maxlength={NOTE_MAX}
        placeholder='选填：打算怎么推荐，比如常带同事来'
        aria-label='给店家的话'
        onInput={(e) => onNote(e.detail.value)}
      />
    </View>
  )
}
