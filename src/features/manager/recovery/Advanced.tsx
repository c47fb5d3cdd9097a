import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { RecoveryDraft } from '@shared/recovery/contract'
import { Group } from '../campaigns/FormParts'
import type { Edit } from '../settings/edit'
import { RuleFields } from './RuleFields'
import { ADVANCED } from './rules'

type Props = {
  readonly edit: Edit<RecoveryDraft>
  /** Without a coupon nothing is compared. */
  readonly gives: boolean
}

/** Folded: how the comparison is read. Whoever knows nothing of it leaves it as it is. */
export function Advanced({ edit, gives }: Props) {
  const [open, setOpen] = useState(false)
  const wrong = ADVANCED.some(({ name }) => edit.fault(name) !== undefined)
  if (!wrong && !gives) return null
  if (!wrong && !open)
    return (
      <View className='recovery-form__more' onClick={() => setOpen(true)}>
        <Text>高级：怎么比较、多久看结果（可以不管）</Text>
      </View>
    )
  return (
    <Group title='高级' hint='不懂可以不改：默认的数适合大多数小店'>
      <RuleFields rules={ADVANCED} edit={edit} />
    </Group>
  )
}
