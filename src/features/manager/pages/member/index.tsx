import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { Empty } from '@/ui/Empty'
import { ErrorState } from '@/ui/ErrorState'
import { Skeleton } from '@/ui/Skeleton'
import { FindMember } from '../../member/FindMember'
import { MemberStory } from '../../member/MemberStory'
import { findMember, forgetMember, useMemberStory } from '../../member/store'
import { NotStaff, Workplace } from '../../Workplace'

/** A member at the counter: who it is, and for owner and managers coupons and points by hand. */
export default function ManagerMemberPage() {
  useEffect(() => forgetMember, [])
  return <Workplace title='会员'>{(storeId) => <Counter key={storeId} storeId={storeId} />}</Workplace>
}

function Counter({ storeId }: { readonly storeId: string }) {
  const code = useMemberStory((s) => s.code)
  const failed = useMemberStory((s) => s.failed)
  if (failed?.code === 'FORBIDDEN') return <NotStaff />
  return (
    <View>
      <FindMember storeId={storeId} />
      {code !== '' && <Found storeId={storeId} />}
    </View>
  )
}

function Found({ storeId }: { readonly storeId: string }) {
  const { code, story, failed } = useMemberStory()
  if (story !== null) return <MemberStory key={story.member.id} story={story} />
  if (failed === null) return <Skeleton rows={3} />
  if (failed.code === 'MEMBER_NOT_FOUND')
    return <Empty icon='person' title='没有找到这位会员' hint='核对一下号码；还没入会的顾客查不到' />
  return <ErrorState {...failed} onRetry={() => findMember(storeId, code)} />
}
