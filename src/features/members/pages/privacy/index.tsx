import { Text, View } from '@tarojs/components'
import { openPrivacyGuide } from '@/platform/privacy'
import { useShop } from '@/features/catalogue'
import { Page } from '@/ui/Page'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { toast } from '@/ui/toast'
import { LeaveRow } from '../../LeaveRow'
import { useMe } from '../../store'
import './index.scss'

const SECTIONS = [
  {
    title: '我们记下什么',
    text: '打开小程序时，微信会给我们一个只在本店有效的编号，用它认出你的订单和优惠券。你下单时，我们记下商品、金额、取餐方式、桌号和备注。',
  },
  {
    title: '你决定给不给',
    text: '头像、昵称、手机号和位置都由你自己填写或授权，不给也能点单、用券和取餐。位置只用来显示离门店多远，不会保存。',
  },
  {
    title: '用来做什么',
    text: '做好你的订单、算对优惠、出问题时退款，以及在你同意后发一条取餐或退款通知。不卖给任何人，也不用来发广告。',
  },
  {
    title: '谁看得到',
    text: '店员只看得到订单和遮住一部分的昵称。付款由微信支付完成，我们拿不到你的银行卡信息。',
  },
  {
    title: '改和删',
    text: '在「我的 - 资料」里可以随时修改头像、昵称和手机号，也可以注销账号。注销后个人资料会被删除，交易记录按法律要求保留，但不再和你对应。',
  },
  {
    title: '优惠券和退款',
    text: '优惠券只限本人使用，不能兑现，过期作废。门店没法做出你的订单时，会全额原路退款；制作前全额退款的订单，用掉的券会还给你，有效期不变。',
  },
] as const

/** What the shop does with personal data, in plain words; WeChat's own guide one tap away. */
export default function PrivacyPage() {
  const shopName = useShop((s) => s.shop?.name ?? '本店')
  const stranger = useMe((s) => s.me?.member === null)
  const open = async () => {
    if (!(await openPrivacyGuide())) toast('完整的隐私保护指引请在微信里查看')
  }
  return (
    <Page title='隐私与条款'>
      <View className='privacy'>
        <Text className='privacy__lead'>{shopName}怎样对待你的信息</Text>
        {SECTIONS.map(({ title, text }) => (
          <View key={title} className='privacy__section'>
            <Text className='privacy__title'>{title}</Text>
            <Text className='privacy__text'>{text}</Text>
          </View>
        ))}
        <PrimaryButton tone='plain' onTap={open}>
          查看完整的隐私保护指引
        </PrimaryButton>
        {stranger && <LeaveRow member={false} />}
      </View>
    </Page>
  )
}
