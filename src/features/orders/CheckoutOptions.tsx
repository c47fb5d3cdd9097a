import { Text, Textarea, View } from '@tarojs/components'
import type { Packaging } from '@shared/catalogue/contract'
import { yuan } from '@shared/kernel/money'
import { Chip } from '@/ui/Chip'
import './CheckoutOptions.scss'

type PackagingProps = {
  readonly packaging: readonly Packaging[]
  readonly chosen: string
  /** What is wrong with the choice. */
  readonly error: string | null
  readonly onChoose: (id: string) => void
}

/** 打包方式 */
export function PackagingChoice({ packaging, chosen, error, onChoose }: PackagingProps) {
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
      {error !== null && <Text className='checkout-options__error'>{error}</Text>}
    </View>
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
