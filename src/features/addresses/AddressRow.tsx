import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { addressText } from '@shared/addresses/address'
import type { Address } from '@shared/addresses/contract'
import { cx } from '@/ui/cx'
import './AddressRow.scss'

type Props = {
  readonly address: Address
  /** Under it: how far, or why it can't be delivered to. */
  readonly note?: string
  /** Can't be picked: greyed. */
  readonly off?: boolean
  readonly onTap: () => void
  /** At the right end. */
  readonly children?: ReactNode
}

/** One address of the book: where to, and whom to ask for. */
export function AddressRow({ address, note, off = false, onTap, children }: Props) {
  return (
    <View className={cx('address-row', off && 'address-row--off')}>
      <View className='address-row__words' onClick={onTap}>
        <Text className='address-row__where'>{addressText(address)}</Text>
        <Text className='address-row__who'>
          {address.name} {address.phone}
        </Text>
        {note !== undefined && (
          <Text className={cx('address-row__note', off && 'address-row__note--off')}>{note}</Text>
        )}
      </View>
      {children}
    </View>
  )
}
