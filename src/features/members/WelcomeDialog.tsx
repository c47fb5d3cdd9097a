import { Text, View } from '@tarojs/components'
import { CouponCard } from '@/features/coupons'
import { cloudNow } from '@/platform/clock'
import { Dialog } from '@/ui/Dialog'
import { putWelcomeAway, useMe } from './store'
import './WelcomeDialog.scss'

type Props = {
  /** Where the confirming button leads; without it there is only that button, and it closes. */
  readonly onOrder?: () => void
  readonly confirmText?: string
}

/** The coupon that came with joining, once. */
export function WelcomeDialog({ onOrder, confirmText = '去点单' }: Props) {
  const coupon = useMe((s) => s.welcomed)
  if (coupon === null) return null
  return (
    <Dialog
      open
      title='欢迎入会'
      confirmText={confirmText}
      cancelText={onOrder === undefined ? null : '先逛逛'}
      onCancel={putWelcomeAway}
      onConfirm={() => {
        putWelcomeAway()
        onOrder?.()
      }}
    >
      <View className='welcome'>
        <CouponCard coupon={coupon} now={cloudNow()} />
        <Text className='welcome__hint'>已放进「我的优惠券」，结账时自动为你用上</Text>
      </View>
    </Dialog>
  )
}
