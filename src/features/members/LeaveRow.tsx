import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { goTo, TABS } from '@/platform/navigation'
import { Dialog } from '@/ui/Dialog'
import { Field } from '@/ui/Field'
import { toast } from '@/ui/toast'
import { leave } from './store'

/** 注销, after saying what it takes away. */
export function LeaveRow() {
  const [asking, setAsking] = useState(false)
  const confirm = async () => {
    const failed = await leave()
    setAsking(false)
    toast(failed ?? '账号已注销')
    if (failed === null) goTo(TABS.home)
  }
  return (
    <View className='profile__group'>
      <Field label='注销账号' onTap={() => setAsking(true)} />
      <Dialog
        open={asking}
        danger
        title='确定注销账号？'
        confirmText='注销'
        cancelText='再想想'
        onCancel={() => setAsking(false)}
        onConfirm={confirm}
      >
        <Text>头像、昵称和手机号会被删除，没用完的优惠券会作废，都不能恢复。</Text>
      </Dialog>
    </View>
  )
}
