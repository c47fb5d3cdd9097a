import { Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ShopChannel } from '@shared/referral/contract'
import type { ShopCodeView, ShopTarget } from '@shared/referral/shop-codes-contract'
import { Chip } from '@/ui/Chip'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Sheet } from '@/ui/Sheet'
import { toast } from '@/ui/toast'
import { CHANNEL_WORDS } from '../channel-words'
import { makeCode } from './store'
import { TargetPicker } from './TargetPicker'
import { LABEL_MAX } from './words'
import './NewCodeSheet.scss'

const CHANNELS = ['table', 'store', 'insert', 'staff', 'group'] as const satisfies readonly ShopChannel[]
const EXAMPLES: Readonly<Record<ShopChannel, string>> = {
  table: '比如：靠窗 2 号桌',
  store: '比如：收银台立牌',
  insert: '比如：外送袋里的卡片',
  staff: '比如：小陈',
  group: '比如：3 号楼早餐群',
}

type Props = { readonly onMade: (made: ShopCodeView) => void; readonly onClose: () => void }

/** A new code: where it hangs, what it is called, and where it leads. */
export function NewCodeSheet({ onMade, onClose }: Props) {
  const [channel, setChannel] = useState<ShopChannel>('table')
  const [typed, setTyped] = useState('')
  const [target, setTarget] = useState<ShopTarget | null>({ kind: 'shop' })
  const label = typed.trim()
  const make = async () => {
    if (target === null) return
    const made = await makeCode({ channel, label, target })
    if (typeof made === 'string') toast(made)
    else onMade(made)
  }
  return (
    <Sheet
      open
      title='新建渠道码'
      onClose={onClose}
      footer={
        <PrimaryButton size='l' disabled={label === '' || target === null} onTap={make}>
          {label === '' ? '先填名称' : target === null ? '先选打开到哪' : '生成'}
        </PrimaryButton>
      }
    >
      <View className='new-code'>
        <Text className='new-code__label'>放在哪</Text>
        <Places channel={channel} onChannel={setChannel} />
        <Text className='new-code__label'>名称</Text>
        <Input
          className='new-code__input'
          aria-label='名称'
          value={typed}
          maxlength={LABEL_MAX}
          placeholder={EXAMPLES[channel]}
          onInput={(e) => setTyped(e.detail.value)}
        />
        <Text className='new-code__label'>打开到</Text>
        <TargetPicker target={target} onTarget={setTarget} />
      </View>
    </Sheet>
  )
}

type PlacesProps = { readonly channel: ShopChannel; readonly onChannel: (channel: ShopChannel) => void }

const Places = ({ channel, onChannel }: PlacesProps) => (
  <View className='new-code__chips'>
    {CHANNELS.map((one) => (
      <Chip key={one} label={CHANNEL_WORDS[one]} on={one === channel} onTap={() => onChannel(one)} />
    ))}
  </View>
)
