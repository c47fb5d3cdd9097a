import { Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { toast } from '@/ui/toast'
import { redeem } from './offers-store'
import './CodeEntry.scss'

/** 兑换码: typed, pasted, or brought by the link that opened the page. */
export function CodeEntry({ brought }: { readonly brought: string }) {
  const [code, setCode] = useState(brought)
  const [wrong, setWrong] = useState<string | null>(null)
  const send = async () => {
    const refused = await redeem(code.trim())
    setWrong(refused)
    if (refused !== null) return
    setCode('')
    toast('兑换成功，在我的券里')
  }
  return (
    <View className='code-entry'>
      <View className='code-entry__row'>
        <Input
          className='code-entry__input'
          value={code}
          maxlength={32}
          placeholder='有兑换码？在这里输入'
          placeholderClass='code-entry__placeholder'
          confirmType='done'
          onInput={(e) => {
            setCode(e.detail.value)
            setWrong(null)
          }}
        />
        <PrimaryButton size='s' disabled={code.trim() === ''} onTap={send}>
          兑换
        </PrimaryButton>
      </View>
      {wrong !== null && <Text className='code-entry__wrong'>{wrong}</Text>}
    </View>
  )
}
