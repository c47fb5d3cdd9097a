import { Text, View } from '@tarojs/components'
import { Radio } from '@/ui/Radio'
import './ConsentRow.scss'

type Props = {
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}

/** An explicit yes to the terms above it: never ticked beforehand. */
export function ConsentRow({ on, onChange }: Props) {
  return (
    <View
      className='consent-row'
      aria-label={on ? '已同意推客须知' : '同意推客须知'}
      onClick={() => onChange(!on)}
    >
      <Radio on={on} />
      <Text className='consent-row__words'>我看过并同意上面的《推客须知》</Text>
    </View>
  )
}
