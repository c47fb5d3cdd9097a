import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { goTo, TABS } from '@/platform/navigation'
import { Dialog } from '@/ui/Dialog'
import { Field } from '@/ui/Field'
import { toast } from '@/ui/toast'
import { leave } from './store'
import './LeaveRow.scss'

const MEMBER_LOSES = '头像、昵称和手机号会被删除，没用完的优惠券会作废，都不能恢复。'
const STRANGER_LOSES = '已结束的订单不再和你对应，备注和桌号会被删除，不能恢复。'

/** 注销, after saying what it takes away. Who never joined left something too, once they ordered: `member` false. */
export function LeaveRow({ member = true }: { readonly member?: boolean }) {
  const [asking, setAsking] = useState(false)
  const confirm = async () => {
    const failed = await leave()
    setAsking(false)
    toast(failed ?? (member ? '账号已注销' : '已经清除'))
    if (failed === null) goTo(TABS.home)
  }
  return (
    <View className='leave-row'>
      <Field label={member ? '注销账号' : '清除我的信息'} onTap={() => setAsking(true)} />
      <Dialog
        open={asking}
        danger
        title={member ? '确定注销账号？' : '清除在这里留下的信息？'}
        confirmText={member ? '注销' : '清除'}
        cancelText='再想想'
        onCancel={() => setAsking(false)}
        onConfirm={confirm}
      >
        <Text>{member ? MEMBER_LOSES : STRANGER_LOSES}</Text>
      </Dialog>
    </View>
  )
}
