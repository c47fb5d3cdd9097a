import { Form, Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Member } from '@shared/members/contract'
import { AvatarButton } from '@/platform/AvatarButton'
import { picture } from '@/platform/picture'
import { SubmitButton } from '@/platform/SubmitButton'
import { cx } from '@/ui/cx'
import { Picture } from '@/ui/Picture'
import { toast } from '@/ui/toast'
import '../../ui/PrimaryButton.scss'
import { saveProfile } from './store'
import './ProfileForm.scss'
import './MemberCard.scss'

const NICKNAME_MAX = 20

/**
 * Avatar and nickname by WeChat's fill-in components. The nickname is read from the form: WeChat empties a name that
 * fails its check without an input event.
 */
export function ProfileForm({ member }: { readonly member: Member }) {
  const [chosen, setChosen] = useState<string | null>(null)
  const [typed, setTyped] = useState(member.nickname)
  const [saving, setSaving] = useState(false)
  const submit = async (nickname: string) => {
    if (saving) return
    if (nickname === '') return toast('请填写昵称')
    setSaving(true)
    toast((await saveProfile(member, nickname, chosen)) ?? '已保存')
    setSaving(false)
  }
  return (
    <Form
      className='profile-form'
      onSubmit={(e) =>
        void submit(String((e.detail.value as { nickname?: unknown } | undefined)?.nickname ?? '').trim())
      }
    >
      <AvatarChooser shown={chosen ?? picture(member.avatar)} onChosen={setChosen} />
      <NicknameRow nickname={member.nickname} onTyped={setTyped} />
      <SubmitButton
        className={cx(
          'profile-form__save ui-button ui-button--accent ui-button--m',
          saving && 'ui-button--busy',
        )}
        onTap={() => void submit(typed.trim())}
      >
        {saving ? '正在保存' : '保存'}
      </SubmitButton>
    </Form>
  )
}

type ChooserProps = { readonly shown: string; readonly onChosen: (local: string) => void }

function AvatarChooser({ shown, onChosen }: ChooserProps) {
  return (
    <AvatarButton className='profile-form__avatar' onChosen={onChosen}>
      <Picture className='member-avatar profile-form__picture' src={shown} icon='person' />
      <Text className='profile-form__change'>换头像</Text>
    </AvatarButton>
  )
}

type RowProps = { readonly nickname: string; readonly onTyped: (nickname: string) => void }

function NicknameRow({ nickname, onTyped }: RowProps) {
  return (
    <View className='profile-form__row'>
      <Text>昵称</Text>
      <Input
        className='profile-form__input'
        type='nickname'
        name='nickname'
        defaultValue={nickname}
        maxlength={NICKNAME_MAX}
        placeholder='怎么称呼你'
        onInput={(e) => onTyped(e.detail.value)}
      />
    </View>
  )
}
