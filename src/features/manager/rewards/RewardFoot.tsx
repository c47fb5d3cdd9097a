import { View } from '@tarojs/components'
import type { RewardState } from '@shared/rewards/contract'
import { PrimaryButton } from '@/ui/PrimaryButton'

type Props = {
  readonly state: RewardState
  readonly onSave: () => unknown
  readonly onMove: (to: 'running' | 'paused') => unknown
  readonly onEnd: () => void
}

/** What can be done with a campaign in this state. */
export function RewardFoot({ state, onSave, onMove, onEnd }: Props) {
  const runs = state === 'running'
  return (
    <View className='reward-editor__foot'>
      {state !== 'draft' && (
        <PrimaryButton tone='plain' onTap={onEnd}>
          结束
        </PrimaryButton>
      )}
      {runs && (
        <PrimaryButton tone='plain' onTap={() => onMove('paused')}>
          暂停
        </PrimaryButton>
      )}
      <PrimaryButton className='reward-editor__main' tone={runs ? 'accent' : 'plain'} onTap={onSave}>
        {state === 'draft' ? '存草稿' : '保存修改'}
      </PrimaryButton>
      {!runs && (
        <PrimaryButton className='reward-editor__main' onTap={() => onMove('running')}>
          {state === 'draft' ? '开始活动' : '继续活动'}
        </PrimaryButton>
      )}
    </View>
  )
}
