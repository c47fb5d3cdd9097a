import { Text, View } from '@tarojs/components'
import { useRecovery } from './store'
import './MissingTemplates.scss'

const UNPAID =
  '「待付款提醒」还没有，发不出提醒。模板里要有：商品、待付金额、付款截止、温馨提示（配置名 ORDER_UNPAID，对应 goods、amount、until、tip）'
const COUPON =
  '「优惠券到期提醒」还没有，券只会静静放进卡包。模板里要有：优惠券、有效期至、温馨提示（配置名 COUPON_EXPIRING，对应 coupon、until、tip）'

/** What the shop has yet to fetch from WeChat's console before anything can be sent. */
export function MissingTemplates() {
  const { unpaid, coupon } = useRecovery((s) => s.around.templates)
  if (unpaid && coupon) return null
  return (
    <View className='left-missing'>
      <Text className='left-missing__title'>还缺微信的消息模板</Text>
      {!unpaid && <Text className='left-missing__line'>{UNPAID}</Text>}
      {!coupon && <Text className='left-missing__line'>{COUPON}</Text>}
      <Text className='left-missing__line'>
        登录微信公众平台，在「订阅消息」里添加，再把模板编号和字段填进店铺配置的 templates（可以请服务商来做）
      </Text>
    </View>
  )
}
