import { Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { scanAny } from '@/platform/scan'
import { Icon } from '@/ui/Icon'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { toast } from '@/ui/toast'
import { findMember } from './store'
import './FindMember.scss'

/** Looks a member up: by the code on their phone, or by today's pickup number. */
export function FindMember({ storeId }: { readonly storeId: string }) {
  const [typed, setTyped] = useState('')
  const code = typed.trim()
  const scan = async () => {
    const scanned = await scanAny()
    if (scanned === null) return
    if (scanned.kind === 'page') toast('这不是会员码')
    else await findMember(storeId, scanned.text)
  }
  const find = async () => {
    if (code !== '') await findMember(storeId, code)
  }
  return (
    <View className='find-member'>
      <PrimaryButton size='l' onTap={scan}>
        扫会员码
      </PrimaryButton>
      <View className='find-member__typed'>
        <Icon className='find-member__icon' name='search' size='s' />
        <Input
          className='find-member__input'
          value={typed}
          maxlength={12}
          placeholder='或输今天的取餐号'
          onInput={(e) => setTyped(e.detail.value)}
          onConfirm={() => void find()}
        />
        <PrimaryButton size='s' tone='plain' disabled={code === ''} onTap={find}>
          查找
        </PrimaryButton>
      </View>
      <Text className='find-member__hint'>会员码在对方「我的」右上角</Text>
    </View>
  )
}
