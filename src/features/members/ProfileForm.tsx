import { Button, Form, Image, Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { avatarFolder } from '@shared/members/avatar'
import type { Member } from '@shared/members/contract'
import { AvatarButton } from '@/platform/AvatarButton'
import { upload } from '@/platform/cloud'
import { picture } from '@/platform/picture'
import { cx } from '@/ui/cx'
import { Icon } from '@/ui/Icon'
import { toast } from '@/ui/toast'
import '../../ui/PrimaryButton.scss'
import { updateProfile } from './store'
import './ProfileForm.scss'
import './MemberCard.scss'

const NICKNAME_MAX = 20

/** Sends a new picture first, then the profile. Answers the sentence for the person. */
async function save(member: Member, nickname: string, chosen: string | null): Promise<string> {
  const fileId = chosen === null ? member.avatar : await upload(chosen, avatarFolder(member.id))
  if (fileId === null) return '头像没有传上去，请检查网络后再试'
  return (await updateProfile(nickname, fileId)) ?? '已保存'
}

/**
 * Avatar and nickname by WeChat's fill-in components. The nickname is read from the form: WeChat empties a name that
 * fails its check without an input event.
 */
export function ProfileForm({ member }: { readonly member: Member }) {
  const [chosen, setChosen] = useState<string | null>(null)
  const [saving, setSaving] = useState(false)
  const submit = async (nickname: string) => {
    if (saving) return
    if (nickname === '') return toast('请填写昵称')
    setSaving(true)
    toast(await save(member, nickname, chosen))
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
      <View className='profile-form__row'>
        <Text>昵称</Text>
        <Input
          className='profile-form__input'
          type='nickname'
          name='nickname'
          defaultValue={member.nickname}
          maxlength={NICKNAME_MAX}
          placeholder='怎么称呼您'
        />
      </View>
      <Button
        className={cx(
          'profile-form__save ui-button ui-button--accent ui-button--m',
          saving && 'ui-button--busy',
        )}
        formType='submit'
      >
        {saving ? '正在保存' : '保存'}
      </Button>
    </Form>
  )
}

type ChooserProps = { readonly shown: string; readonly onChosen: (local: string) => void }

function AvatarChooser({ shown, onChosen }: ChooserProps) {
  return (
    <AvatarButton className='profile-form__avatar' onChosen={onChosen}>
      <View className='member-avatar profile-form__picture'>
        {shown === '' ? (
          <Icon name='person' size='l' />
        ) : (
          <Image className='member-avatar__image' src={shown} mode='aspectFill' />
        )}
      </View>
      <Text className='profile-form__change'>换头像</Text>
    </AvatarButton>
  )
}
