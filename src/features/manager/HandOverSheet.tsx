import { Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { BoardOrder } from '@shared/manager/contract'
import { Icon } from '@/ui/Icon'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Sheet } from '@/ui/Sheet'
import { BoardMakings } from './BoardMakings'
import type { HandOver } from './use-hand-over'
import { wayOf } from './words'
import './HandOverSheet.scss'

type Props = { readonly handOver: HandOver }

/** Hands over by number, and shows in large which order it was, or why there was none. */
export function HandOverSheet({ handOver }: Props) {
  const { shown, close, type, scan } = handOver
  if (shown === null) return null
  if (shown === 'typing') return <Typing {...handOver} />
  const done = shown.kind === 'done'
  return (
    <Sheet
      open
      title={done ? '已交给顾客' : '没有交成'}
      onClose={close}
      footer={
        <View className='hand-over__buttons'>
          <PrimaryButton size='l' tone='plain' onTap={done ? close : type}>
            {done ? '完成' : '输取餐号'}
          </PrimaryButton>
          <PrimaryButton className='hand-over__again' size='l' onTap={scan}>
            {done ? '扫下一单' : '再扫一次'}
          </PrimaryButton>
        </View>
      }
    >
      {done ? <Done order={shown.order} /> : <No {...shown} />}
    </Sheet>
  )
}

function Done({ order }: { readonly order: BoardOrder }) {
  return (
    <View className='hand-over'>
      <View className='hand-over__mark'>
        <Icon name='check' size='l' />
      </View>
      <Text className='hand-over__code'>{order.pickupCode}</Text>
      <Text className='hand-over__way'>
        {order.slot === null ? wayOf(order) : `${wayOf(order)} · ${order.slot.pointName}`}
      </Text>
      <View className='hand-over__lines'>
        <BoardMakings order={order} />
      </View>
    </View>
  )
}

function No({ pickupCode, words }: { readonly pickupCode: string; readonly words: string }) {
  return (
    <View className='hand-over'>
      <View className='hand-over__mark hand-over__mark--no'>
        <Icon name='warn' size='l' />
      </View>
      {pickupCode !== '' && <Text className='hand-over__code'>{pickupCode}</Text>}
      <Text className='hand-over__words'>{words}</Text>
    </View>
  )
}

function Typing({ close, enter }: Pick<HandOver, 'close' | 'enter'>) {
  const [code, setCode] = useState('')
  const go = () => enter(code)
  return (
    <Sheet
      open
      title='输取餐号交付'
      onClose={close}
      footer={
        <PrimaryButton size='l' tone='green' disabled={code.trim() === ''} onTap={go}>
          交给顾客
        </PrimaryButton>
      }
    >
      <View className='hand-over'>
        <Input
          className='hand-over__input'
          type='number'
          value={code}
          maxlength={12}
          focus
          placeholder='取餐号'
          placeholderClass='hand-over__placeholder'
          onInput={(e) => setCode(e.detail.value)}
          onConfirm={() => void go()}
        />
        <Text className='hand-over__hint'>顾客报的号，4 位或 6 位数字</Text>
      </View>
    </Sheet>
  )
}
