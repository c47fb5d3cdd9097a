import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { currentStore, useShop } from '@/features/catalogue'
import { lookAgain, openHome, useHome } from '@/features/home'
import { cloudNow } from '@/platform/clock'
import { dial } from '@/platform/dial'
import { goTo, TABS } from '@/platform/navigation'
import { ErrorState } from '@/ui/ErrorState'
import { Field } from '@/ui/Field'
import { Icon, type IconName } from '@/ui/Icon'
import { Page } from '@/ui/Page'
import { Skeleton } from '@/ui/Skeleton'
import { JoinCard } from '../../JoinCard'
import { MemberCard } from '../../MemberCard'
import { ADDRESSES, INVITE, OFFERS, PRIVACY, WALLET, WORKPLACE } from '../../paths'
import { spendable, useMe } from '../../store'
import { WelcomeDialog } from '../../WelcomeDialog'
import './index.scss'

export default function MePage() {
  useDidShow(() => {
    void lookAgain()
  })
  return (
    <Page title='我的' tab>
      <View className='me'>
        <Who />
        <Service />
      </View>
      <WelcomeDialog onOrder={() => goTo(TABS.menu)} />
    </Page>
  )
}

function Who() {
  const me = useMe((s) => s.me)
  const failure = useHome((s) => s.failure)
  const shop = useShop((s) => s.shop)
  if (me === null || shop === null) {
    return failure === null ? <Skeleton rows={2} /> : <ErrorState {...failure} onRetry={openHome} />
  }
  const count = spendable(me, cloudNow()).length
  return (
    <>
      {me.member === null ? (
        <JoinCard welcome={shop.welcome} />
      ) : (
        <MemberCard member={me.member} loyalty={shop.loyalty} />
      )}
      <View className='me__entries'>
        <Entry
          icon='ticket'
          name='优惠券'
          note={count > 0 ? `${count} 张可用` : '暂无可用'}
          onTap={() => goTo(WALLET)}
        />
        <Entry icon='gift' name='领券中心' note='领券、积分兑换' onTap={() => goTo(OFFERS)} />
      </View>
      {me.member !== null && (
        <View className='me__group'>
          <Field label='邀请好友' hint='海报、小程序卡片，带朋友来尝尝' onTap={() => goTo(INVITE)} />
        </View>
      )}
      {(me.member?.worksAt.length ?? 0) > 0 && (
        <View className='me__group'>
          <Field label='门店工作台' hint='接单、库存、活动、门店设置' onTap={() => goTo(WORKPLACE)} />
        </View>
      )}
    </>
  )
}

type EntryProps = {
  readonly icon: IconName
  readonly name: string
  readonly note: string
  readonly onTap: () => void
}

function Entry({ icon, name, note, onTap }: EntryProps) {
  return (
    <View className='me__entry' onClick={onTap}>
      <View className='me__entry-icon'>
        <Icon name={icon} />
      </View>
      <View className='me__entry-words'>
        <Text className='me__entry-name'>{name}</Text>
        <Text className='me__entry-note'>{note}</Text>
      </View>
    </View>
  )
}

function Service() {
  const store = useShop(currentStore)
  return (
    <View className='me__group'>
      <Field label='收货地址' onTap={() => goTo(ADDRESSES)} />
      {store !== null && (
        <Field label='联系门店' onTap={() => dial(store.phone)}>
          <Text className='me__store'>{store.name}</Text>
        </Field>
      )}
      <Field label='隐私与条款' onTap={() => goTo(PRIVACY)} />
    </View>
  )
}
