import { Text, View } from '@tarojs/components'
import { useShop, currentStore, whenWords } from '@/features/catalogue'
import { cloudNow } from '@/platform/clock'
import { Icon } from '@/ui/Icon'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Skeleton } from '@/ui/Skeleton'
import { useCheckout } from './checkout'
import { loadSlots, useSlots, type SlotView } from './slots'
import { SlotSheet } from './SlotSheet'
import { sentenceAt } from './trouble'
import { askSlot, useAsksSlot } from './slot-sheet'
import type { CheckoutWay } from './use-way'
import './SlotChoice.scss'

const LOST = {
  full: '刚才选的时间订满了，请换一个',
  closed: '刚才选的时间已经截单了，请换一个',
} as const

/** When and where a pre-order is handed out; a tap shows what there is. */
export function SlotChoice({ to }: { readonly to: CheckoutWay }) {
  const { slots, slot, units, lost, pickSlot } = to
  const wrong = useCheckout((s) => sentenceAt(s.trouble, 'slot'))
  const open = useAsksSlot()
  if (slots === null) return <NoSlots />
  const why = wrong ?? (lost === null ? null : LOST[lost])
  const choose = (choice: SlotView) => {
    askSlot(false)
    pickSlot(choice)
  }
  return (
    <View className='slot-choice'>
      <View className='slot-choice__row' aria-label='取餐时间' onClick={() => askSlot(true)}>
        <View className='slot-choice__clock'>
          <Icon name='clock' />
        </View>
        {slot === null ? (
          <Text className='slot-choice__none'>
            {slots.length === 0 ? '现在没有可以预订的时间' : '选取餐时间和地点'}
          </Text>
        ) : (
          <Chosen slot={slot} />
        )}
        <Icon name='right' size='s' />
      </View>
      {why !== null && <Wrong words={why} tap='换时间' onTap={() => askSlot(true)} />}
      {open && (
        <SlotSheet {...{ slots, units }} chosen={slot} onClose={() => askSlot(false)} onChoose={choose} />
      )}
    </View>
  )
}

type WrongProps = { readonly words: string; readonly tap: string; readonly onTap: () => unknown }

function Wrong({ words, tap, onTap }: WrongProps) {
  return (
    <View className='slot-choice__wrong'>
      <Text className='slot-choice__why'>{words}</Text>
      <PrimaryButton size='s' tone='plain' onTap={onTap}>
        {tap}
      </PrimaryButton>
    </View>
  )
}

/** They are on their way, or could not be had. */
function NoSlots() {
  const { storeId, failed } = useSlots()
  if (failed === null) return <Skeleton rows={1} shape='line' />
  return <Wrong words={failed.sentence} tap='再试一次' onTap={() => loadSlots(storeId)} />
}

function Chosen({ slot }: { readonly slot: SlotView }) {
  const point = useShop((s) => currentStore(s)?.preorder?.points.find((p) => p.id === slot.pointId) ?? null)
  const now = cloudNow()
  return (
    <View className='slot-choice__words'>
      <Text className='slot-choice__when'>{whenWords(slot.at, now)}</Text>
      <Text className='slot-choice__where'>
        {point?.name ?? ''}
        {point !== null && point.address !== '' && ` · ${point.address}`}
      </Text>
      <Text className='slot-choice__until'>{whenWords(slot.cutoffAt, now)} 截单</Text>
    </View>
  )
}
