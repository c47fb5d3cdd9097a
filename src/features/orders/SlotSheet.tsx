import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { shopClock } from '@shared/kernel/time'
import { currentStore, dayWords, useShop, whenWords } from '@/features/catalogue'
import { cloudNow } from '@/platform/clock'
import { Chip } from '@/ui/Chip'
import { Empty } from '@/ui/Empty'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Sheet } from '@/ui/Sheet'
import { isSlot, type SlotView } from './slots'
import './SlotSheet.scss'

type Props = {
  readonly slots: readonly SlotView[]
  readonly chosen: SlotView | null
  /** Units of goods that the slot must still hold. */
  readonly units: number
  readonly onClose: () => void
  readonly onChoose: (slot: SlotView) => void
}

/** What can be ordered ahead: a day, a point, a time; full ones stay in sight, so that nobody looks for them. */
export function SlotSheet({ slots, chosen, units, onClose, onChoose }: Props) {
  const days = [...new Set(slots.map((slot) => slot.day))]
  const [day, setDay] = useState(chosen?.day ?? days[0] ?? '')
  const [picked, setPicked] = useState<SlotView | null>(chosen)
  const ofDay = slots.filter((slot) => slot.day === day)
  const footer = <Foot picked={picked} onConfirm={onChoose} />
  return (
    <Sheet open title='选取餐时间' onClose={onClose} {...(slots.length > 0 ? { footer } : {})}>
      <View className='slot-sheet'>
        {slots.length === 0 && (
          <Empty icon='clock' title='现在没有可以预订的时间' hint='截单以后会开放下一天的' />
        )}
        <View className='slot-sheet__days'>
          {days.map((d) => (
            <Chip
              key={d}
              label={dayWords(slots.find((slot) => slot.day === d)?.at ?? 0, cloudNow())}
              on={d === day}
              onTap={() => setDay(d)}
            />
          ))}
        </View>
        {[...new Set(ofDay.map((slot) => slot.pointId))].map((pointId) => (
          <Point
            key={pointId}
            pointId={pointId}
            slots={ofDay.filter((slot) => slot.pointId === pointId)}
            {...{ picked, units }}
            onPick={setPicked}
          />
        ))}
      </View>
    </Sheet>
  )
}

type PointProps = {
  readonly pointId: string
  readonly slots: readonly SlotView[]
  readonly picked: SlotView | null
  readonly units: number
  readonly onPick: (slot: SlotView) => void
}

function Point({ pointId, slots, picked, units, onPick }: PointProps) {
  const point = useShop((s) => currentStore(s)?.preorder?.points.find((p) => p.id === pointId) ?? null)
  return (
    <View className='slot-sheet__point'>
      <Text className='slot-sheet__name'>{point?.name ?? '取餐点'}</Text>
      {point !== null && point.address !== '' && <Text className='slot-sheet__address'>{point.address}</Text>}
      <View className='slot-sheet__times'>
        {slots.map((slot) => (
          <Chip
            key={slot.slotId}
            label={shopClock(slot.at)}
            extra={slot.left === 0 ? '订满' : `剩 ${slot.left} 份`}
            disabled={slot.left < units}
            on={picked !== null && isSlot(slot, picked)}
            onTap={() => onPick(slot)}
          />
        ))}
      </View>
    </View>
  )
}

type FootProps = { readonly picked: SlotView | null; readonly onConfirm: (slot: SlotView) => void }

function Foot({ picked, onConfirm }: FootProps) {
  const now = cloudNow()
  return (
    <View className='slot-sheet__foot'>
      <Text className='slot-sheet__until'>
        {picked === null
          ? '请选一个时间'
          : `${whenWords(picked.at, now)} 取餐，${whenWords(picked.cutoffAt, now)} 截单`}
      </Text>
      <PrimaryButton disabled={picked === null} onTap={() => picked !== null && onConfirm(picked)}>
        确定
      </PrimaryButton>
    </View>
  )
}
