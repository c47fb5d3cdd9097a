import { Text } from '@tarojs/components'
import { useState } from 'react'
import type { CouponView } from '@shared/coupons/contract'
import { Dialog } from '@/ui/Dialog'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Sheet } from '@/ui/Sheet'
import { ReasonPicker } from '../ReasonPicker'
import { revokeCoupon } from './store'
import { said } from './said'

const REASONS = ['发错了', '和会员说好了换一张']

type Props = { readonly coupon: CouponView; readonly onClose: () => void }

/** Takes a coupon back: why, then asked once more, since it can't be undone. */
export function RevokeSheet({ coupon, onClose }: Props) {
  const [reason, setReason] = useState('')
  const [asking, setAsking] = useState(false)
  const own = reason.trim()
  return (
    <>
      <Sheet
        open
        title={`收回「${coupon.terms.title}」`}
        onClose={onClose}
        footer={
          <PrimaryButton size='l' tone='danger' disabled={own === ''} onTap={() => setAsking(true)}>
            收回
          </PrimaryButton>
        }
      >
        <ReasonPicker presets={REASONS} reason={reason} onReason={setReason} hint='理由会记在操作记录里' />
      </Sheet>
      <Dialog
        open={asking}
        danger
        title='收回这张券？'
        confirmText='收回'
        onCancel={() => setAsking(false)}
        onConfirm={() => said(revokeCoupon(coupon.id, own), '已收回', onClose)}
      >
        <Text>对方的优惠券里会马上没有这一张，不能撤销。理由：{own}</Text>
      </Dialog>
    </>
  )
}
