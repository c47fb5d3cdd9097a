import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Chip } from '@/ui/Chip'
import { Dialog } from '@/ui/Dialog'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Sheet } from '@/ui/Sheet'
import { FigureInput } from '../FigureInput'
import { ReasonPicker } from '../ReasonPicker'
import { correctPoints } from './store'
import { said } from './said'
import './PointsSheet.scss'

const REASONS = ['补录漏记的积分', '线下活动赠送', '发错了，收回']
const MOST = 100_000

type Props = { readonly balance: number; readonly onClose: () => void }

/** Points given or taken by hand: how many, why, and what is left then; asked once more before it is done. */
export function PointsSheet({ balance, onClose }: Props) {
  const [takes, setTakes] = useState(false)
  const [figure, setFigure] = useState(Number.NaN)
  const [reason, setReason] = useState('')
  const [asking, setAsking] = useState(false)
  const points = takes ? -figure : figure
  const after = balance + points
  const fault = faultOf(figure, after)
  const own = reason.trim()
  return (
    <>
      <Sheet
        open
        title='调整积分'
        onClose={onClose}
        footer={
          <PrimaryButton size='l' disabled={own === '' || fault !== ''} onTap={() => setAsking(true)}>
            {takes ? '收回积分' : '送出积分'}
          </PrimaryButton>
        }
      >
        <View className='points-sheet'>
          <Chip label='加' on={!takes} onTap={() => setTakes(false)} />
          <Chip label='减' on={takes} onTap={() => setTakes(true)} />
          <FigureInput value={figure} onChange={setFigure} label='积分' unit='积分' />
        </View>
        <Text className='points-sheet__after'>{afterWords(figure, balance, after)}</Text>
        <ReasonPicker presets={REASONS} reason={reason} onReason={setReason} hint='理由会记在操作记录里' />
      </Sheet>
      {asking && (
        <Confirm
          {...{ takes, figure, balance, after, reason: own }}
          onCancel={() => setAsking(false)}
          onConfirm={() => said(correctPoints(points, own), '积分已调整', onClose)}
        />
      )}
    </>
  )
}

type ConfirmProps = {
  readonly takes: boolean
  readonly figure: number
  readonly balance: number
  readonly after: number
  readonly reason: string
  readonly onCancel: () => void
  readonly onConfirm: () => Promise<void>
}

function Confirm({ takes, figure, balance, after, reason, onCancel, onConfirm }: ConfirmProps) {
  const deed = takes ? '收回' : '送出'
  return (
    <Dialog
      open
      title={`${deed} ${figure} 积分？`}
      confirmText={deed}
      danger={takes}
      onCancel={onCancel}
      onConfirm={onConfirm}
    >
      <Text>
        积分从 {balance} 变成 {after}。理由：{reason}
      </Text>
    </Dialog>
  )
}

function afterWords(figure: number, balance: number, after: number): string {
  if (Number.isNaN(figure)) return `现在 ${balance}`
  return `现在 ${balance}，${faultOf(figure, after) || `调整后 ${after}`}`
}

/** '' when so many can be moved. */
function faultOf(figure: number, after: number): string {
  if (!Number.isSafeInteger(figure) || figure <= 0) return '请填一个大于 0 的整数'
  if (figure > MOST) return `一次最多 ${MOST}`
  return after < 0 ? '没有这么多积分可收' : ''
}
