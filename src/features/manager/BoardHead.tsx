import { Switch, Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Board } from '@shared/manager/contract'
import type { Pace } from '@shared/manager/refresh'
import { PACE_SENTENCES } from '@shared/manager/sentences'
import { Dialog } from '@/ui/Dialog'
import { Icon } from '@/ui/Icon'
import { toast } from '@/ui/toast'
import { refreshBoard, setPaused, touched } from './store'
import './BoardHead.scss'

type Props = {
  readonly board: Board
  readonly pace: Pace
  /** Why the last refresh failed; '' when it did not. */
  readonly failed: string
}

async function pause(paused: boolean) {
  const words = await setPaused(paused)
  toast(words ?? (paused ? '已暂停接单' : '已恢复接单'))
}

/** The store, whether it takes orders, and how fresh the board is. */
export function BoardHead({ board, pace, failed }: Props) {
  const mayPause = board.role !== 'clerk'
  const byHand = () => {
    touched()
    return refreshBoard('hand')
  }
  return (
    <View className='board-head'>
      <View className='board-head__row'>
        <View className='board-head__store'>
          <Icon name='shop' />
          <Text className='board-head__name'>{board.storeName}</Text>
        </View>
        <View className='board-head__refresh' aria-label='刷新' onClick={() => void byHand()}>
          <Icon name='refresh' />
        </View>
        {mayPause ? (
          <PauseSwitch paused={board.paused} />
        ) : (
          board.paused && <Text className='board-head__paused'>已暂停</Text>
        )}
      </View>
      {board.paused && <Text className='board-head__banner'>暂停接单中，顾客现在不能下单</Text>}
      {failed !== '' && <Text className='board-head__banner'>{failed}，下面可能不是最新的</Text>}
      {PACE_SENTENCES[pace] !== '' && <Text className='board-head__pace'>{PACE_SENTENCES[pace]}</Text>}
    </View>
  )
}

function PauseSwitch({ paused }: { readonly paused: boolean }) {
  const [asking, setAsking] = useState(false)
  const tap = () => {
    if (paused) void pause(false)
    else setAsking(true)
  }
  return (
    <>
      <View className='board-head__switch' onClick={tap}>
        <Text>{paused ? '已暂停' : '接单中'}</Text>
        {/* the tap is the row's: what the switch shows is the cloud's answer, not the finger's wish */}
        <Switch className='board-head__knob' checked={!paused} color='#2a7050' disabled />
      </View>
      <Dialog
        open={asking}
        title='暂停接单？'
        confirmText='暂停接单'
        onCancel={() => setAsking(false)}
        onConfirm={async () => {
          await pause(true)
          setAsking(false)
        }}
      >
        <Text>顾客还能看菜单，但不能下单。已经付款的订单不受影响，随时可以恢复。</Text>
      </Dialog>
    </>
  )
}
