import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { openHome, useHome } from '@/features/home'
import { goTo } from '@/platform/navigation'
import { agreePrivacy, privacyPending } from '@/platform/privacy'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Icon } from '@/ui/Icon'
import { Page } from '@/ui/Page'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Skeleton } from '@/ui/Skeleton'
import { BirthdayRow } from '../../BirthdayRow'
import { LeaveRow } from '../../LeaveRow'
import { PRIVACY } from '../../paths'
import { PhoneRow } from '../../PhoneRow'
import { ProfileForm } from '../../ProfileForm'
import { useMe } from '../../store'
import './index.scss'

export default function ProfilePage() {
  return (
    <Page title='个人资料'>
      <View className='profile'>
        <Profile />
      </View>
    </Page>
  )
}

function Profile() {
  const me = useMe((s) => s.me)
  const failure = useHome((s) => s.failure)
  if (me === null)
    return failure === null ? <Skeleton rows={3} /> : <ErrorState {...failure} onRetry={openHome} />
  if (me.member === null) return <Empty icon='person' title='你还不是会员' hint='入会后可以设置头像和昵称' />
  return (
    <>
      <PrivacyFirst>
        <ProfileForm key={me.member.id} member={me.member} />
        <BirthdayRow member={me.member} />
        <PhoneRow phoneMasked={me.member.phoneMasked} />
      </PrivacyFirst>
      <LeaveRow />
    </>
  )
}

type Consent = 'unknown' | 'pending' | 'refused' | 'agreed'

/** Before the guide is agreed to, avatar, nickname and phone stay closed; everything else of the shop works. */
function PrivacyFirst({ children }: { readonly children: React.ReactNode }) {
  const [consent, setConsent] = useState<Consent>('unknown')
  useEffect(() => {
    let here = true
    void privacyPending().then((pending) => {
      if (here) setConsent(pending ? 'pending' : 'agreed')
    })
    return () => {
      here = false
    }
  }, [])
  if (consent === 'agreed') return <>{children}</>
  if (consent === 'unknown') return <Skeleton rows={2} />
  return (
    <View className='profile__privacy'>
      <Icon name='shield' size='l' />
      <Text className='profile__privacy-title'>
        {consent === 'pending' ? '修改资料前，请先看一下隐私指引' : '没有同意隐私指引，资料暂时不能修改'}
      </Text>
      <Text className='profile__privacy-hint'>
        头像、昵称和手机号都由你决定给不给。不同意也不影响点单、用券和取餐。
      </Text>
      <View className='profile__privacy-buttons'>
        <PrimaryButton tone='plain' onTap={() => goTo(PRIVACY)}>
          先看看
        </PrimaryButton>
        <PrimaryButton onTap={async () => setConsent((await agreePrivacy()) ? 'agreed' : 'refused')}>
          {consent === 'pending' ? '同意并继续' : '重新同意'}
        </PrimaryButton>
      </View>
    </View>
  )
}
