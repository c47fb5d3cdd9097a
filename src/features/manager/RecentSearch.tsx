import { Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { parsePickup } from '@shared/orders/pickup-qr'
import { scanAny } from '@/platform/scan'
import { Icon } from '@/ui/Icon'
import { toast } from '@/ui/toast'
import { NOT_A_PICKUP_CODE } from './hand-over'
import './RecentSearch.scss'

type Props = { readonly onSearch: (code: string) => void }

/** Finds an order by its pickup number, typed, or by the code on the customer's phone. Emptied, it shows them all. */
export function RecentSearch({ onSearch }: Props) {
  const [text, setText] = useState('')
  const search = (code: string) => {
    setText(code)
    onSearch(code)
  }
  return (
    <View className='recent-search'>
      <View className='recent-search__field'>
        <Input
          className='recent-search__input'
          value={text}
          maxlength={12}
          placeholder='输入取餐号'
          confirmType='search'
          onInput={(e) => setText(e.detail.value)}
          onConfirm={() => onSearch(text)}
        />
        {text !== '' && (
          <View className='recent-search__clear' aria-label='清空' onClick={() => search('')}>
            <Icon name='close' size='s' />
          </View>
        )}
        <Text className='recent-search__go' onClick={() => onSearch(text)}>
          查找
        </Text>
      </View>
      <Scan
        onScanned={(code) => {
          setText(parsePickup(code)?.pickupCode ?? '')
          onSearch(code)
        }}
      />
    </View>
  )
}

function Scan({ onScanned }: { readonly onScanned: (code: string) => void }) {
  const scan = async () => {
    const scanned = await scanAny()
    if (scanned?.kind === 'page') toast(NOT_A_PICKUP_CODE)
    else if (scanned !== null) onScanned(scanned.text)
  }
  return (
    <View className='recent-search__scan' onClick={() => void scan()}>
      <Icon name='scan' />
      <Text>扫码</Text>
    </View>
  )
}
