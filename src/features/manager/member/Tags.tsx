import { Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Chip } from '@/ui/Chip'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { toast } from '@/ui/toast'
import { tagMember } from './store'
import './Tags.scss'

const LONGEST = 20

/** Tags put on by hand: a tap takes one off, a word typed puts one on. Campaigns can be meant for them. */
export function Tags({ tags }: { readonly tags: readonly string[] }) {
  const [typed, setTyped] = useState('')
  const name = typed.trim()
  const change = async (tag: string, on: boolean) => {
    const words = await tagMember(tag, on)
    if (words !== null) toast(words)
    else if (on) setTyped('')
  }
  return (
    <View className='member-tags'>
      {tags.length > 0 && (
        <View className='member-tags__list'>
          {tags.map((tag) => (
            <Chip key={tag} label={`${tag} ×`} on onTap={() => void change(tag, false)} />
          ))}
        </View>
      )}
      <View className='member-tags__new'>
        <Input
          className='member-tags__input'
          value={typed}
          maxlength={LONGEST}
          placeholder='加一个标签，比如：老师'
          onInput={(e) => setTyped(e.detail.value)}
        />
        <PrimaryButton size='s' tone='plain' disabled={name === ''} onTap={() => change(name, true)}>
          加上
        </PrimaryButton>
      </View>
      <Text className='member-tags__hint'>发券活动可以只给有某个标签的会员</Text>
    </View>
  )
}
