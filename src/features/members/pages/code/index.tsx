import { Text, View } from '@tarojs/components'
import { encodeMember, memberNumber } from '@shared/members/member-code'
import type { Member } from '@shared/members/contract'
import { balanceOf, tierOf } from '@shared/points/account'
import { useShop } from '@/features/catalogue'
import { openHome, useHome } from '@/features/home'
import { cloudNow } from '@/platform/clock'
import { goTo, TABS } from '@/platform/navigation'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { QrCode } from '@/ui/QrCode'
import { Skeleton } from '@/ui/Skeleton'
import { useMe } from '../../store'
import './index.scss'

/** What a member shows at the counter, so that staff find them without asking for a name. */
export default function MemberCodePage() {
  return (
    <Page title='会员码'>
      <View className='member-code'>
        <Code />
      </View>
    </Page>
  )
}

function Code() {
  const me = useMe((s) => s.me)
  const failure = useHome((s) => s.failure)
  if (me === null)
    return failure === null ? (
      <Skeleton rows={1} shape='hero' />
    ) : (
      <ErrorState {...failure} onRetry={openHome} />
    )
  if (me.member === null) {
    const action = { text: '去入会', onTap: () => goTo(TABS.me) }
    return <Empty icon='qr' title='你还不是会员' hint='入会后这里就是你的会员码' action={action} />
  }
  return <MemberCode member={me.member} />
}

function MemberCode({ member }: { readonly member: Member }) {
  const loyalty = useShop((s) => s.shop?.loyalty ?? null)
  const now = cloudNow()
  const facts = [
    loyalty === null ? null : (tierOf(member.account, loyalty, now)?.name ?? null),
    loyalty === null || loyalty.pointsPerYuan === 0 ? null : `${balanceOf(member.account, now)} 积分`,
  ].filter((fact) => fact !== null)
  return (
    <View className='member-code__card'>
      <Text className='member-code__name'>{member.nickname === '' ? '常客' : member.nickname}</Text>
      {facts.length > 0 && <Text className='member-code__facts'>{facts.join(' · ')}</Text>}
      <QrCode className='member-code__qr' text={encodeMember(member.id)} label='会员码' />
      <Text className='member-code__number'>{memberNumber(member.id)}</Text>
      <Text className='member-code__hint'>到店时给店员扫一下，领店里送的券</Text>
    </View>
  )
}
