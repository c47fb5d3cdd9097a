import { Text, View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { CouponView } from '@shared/coupons/contract'
import { yuan } from '@shared/kernel/money'
import { shopDateTime } from '@shared/kernel/time'
import type { MemberStory as Story } from '@shared/manager/member-contract'
import { STATE_LABELS } from '@shared/orders/can'
import { useNames } from '@/features/catalogue'
import { CouponCard } from '@/features/coupons'
import { cloudNow } from '@/platform/clock'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { InviteDialog } from '../promoters/InviteDialog'
import { GrantSheet } from './GrantSheet'
import { MemberHead } from './MemberHead'
import { Origin } from './Origin'
import { PointsSheet } from './PointsSheet'
import { RevokeSheet } from './RevokeSheet'
import { Tags } from './Tags'
import './MemberStory.scss'

type Doing = 'grant' | 'points' | 'invite' | { readonly revoking: CouponView } | null

/** Everything that staff see of a member, and what owner and managers may do for them. */
export function MemberStory({ story }: { readonly story: Story }) {
  const [doing, setDoing] = useState<Doing>(null)
  const close = () => setDoing(null)
  const { member, grants } = story
  const decides = story.role !== 'clerk'
  return (
    <View className='member-story'>
      <MemberHead member={member} {...(decides ? { onPoints: () => setDoing('points') } : {})} />
      {decides && (
        <Part title='标签'>
          <Tags tags={member.tags} />
        </Part>
      )}
      {story.origin !== null && (
        <Part title='来自谁'>
          <Origin origin={story.origin} />
        </Part>
      )}
      <Coupons
        story={story}
        decides={decides}
        onGrant={() => setDoing('grant')}
        onRevoke={(revoking) => setDoing({ revoking })}
      />
      <Past coupons={story.past} />
      <Orders orders={story.orders} />
      {decides && (
        <Part title='推客' action={<Invite onTap={() => setDoing('invite')} />}>
          <Text className='member-story__hint'>常带朋友来的熟客可以请来做推客，对方同意须知后生效</Text>
        </Part>
      )}
      {doing === 'grant' && <GrantSheet grants={grants} onClose={close} />}
      {doing === 'points' && <PointsSheet balance={member.balance} onClose={close} />}
      {doing === 'invite' && <InviteDialog member={member} onClose={close} />}
      {doing !== null && typeof doing === 'object' && <RevokeSheet coupon={doing.revoking} onClose={close} />}
    </View>
  )
}

const Invite = ({ onTap }: { readonly onTap: () => void }) => (
  <PrimaryButton size='s' tone='plain' onTap={onTap}>
    邀请做推客
  </PrimaryButton>
)

function Part({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <View className='member-story__part'>
      <View className='member-story__head'>
        <Text className='member-story__title'>{title}</Text>
        {action}
      </View>
      {children}
    </View>
  )
}

type CouponsProps = {
  readonly story: Story
  readonly decides: boolean
  readonly onGrant: () => void
  readonly onRevoke: (coupon: CouponView) => void
}

function Coupons({ story: { coupons, grants }, decides, onGrant, onRevoke }: CouponsProps) {
  const names = useNames()
  const now = cloudNow()
  const give = (
    <PrimaryButton size='s' onTap={onGrant}>
      送一张券
    </PrimaryButton>
  )
  return (
    <Part title={`可用的券 ${coupons.length} 张`} {...(grants.length > 0 ? { action: give } : {})}>
      {coupons.length === 0 && <Text className='member-story__hint'>现在没有能用的券</Text>}
      {decides && grants.length === 0 && (
        <Text className='member-story__hint'>要送券，先在「优惠活动」里开一个「店员发放」的活动</Text>
      )}
      {coupons.map((coupon) => (
        <View key={coupon.id} className='member-story__coupon'>
          <CouponCard coupon={coupon} now={now} names={names} />
          {decides && coupon.state === 'issued' && (
            <View className='member-story__revoke' onClick={() => onRevoke(coupon)}>
              <Text>收回这张券</Text>
            </View>
          )}
        </View>
      ))}
    </Part>
  )
}

/** What is used, expired or taken back lies folded: it is asked for, and rarely. */
function Past({ coupons }: { readonly coupons: readonly CouponView[] }) {
  const [open, setOpen] = useState(false)
  const names = useNames()
  if (coupons.length === 0) return null
  const fold = (
    <View className='member-story__fold' onClick={() => setOpen(!open)}>
      <Text>{open ? '收起' : '展开'}</Text>
    </View>
  )
  return (
    <Part title={`用过和过期的券 ${coupons.length} 张`} action={fold}>
      {open &&
        coupons.map((coupon) => (
          <View key={coupon.id} className='member-story__coupon'>
            <CouponCard coupon={coupon} now={cloudNow()} names={names} />
          </View>
        ))}
    </Part>
  )
}

function Orders({ orders }: Pick<Story, 'orders'>) {
  return (
    <Part title='最近的订单'>
      {orders.length === 0 && <Text className='member-story__hint'>还没有下过单</Text>}
      {orders.map((order) => (
        <View key={order.id} className='member-story__order'>
          <View className='member-story__words'>
            <Text className='member-story__when'>{shopDateTime(order.placedAt)}</Text>
            <Text className='member-story__where'>
              {order.storeName} · {order.pickupCode}
            </Text>
          </View>
          <View className='member-story__sum'>
            <Text className='member-story__pay'>¥{yuan(order.payFen)}</Text>
            <Text className='member-story__state'>{STATE_LABELS[order.state]}</Text>
          </View>
        </View>
      ))}
    </Part>
  )
}
