import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { benefitWords } from '@shared/coupons/benefit'
import type { Grantable } from '@shared/manager/member-contract'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Radio } from '@/ui/Radio'
import { Sheet } from '@/ui/Sheet'
import { ReasonPicker } from '../ReasonPicker'
import { grantCoupon } from './store'
import { said } from './said'
import './GrantSheet.scss'

const REASONS = ['出餐慢了，道个歉', '餐品有问题', '老顾客，谢谢支持']

type Props = { readonly grants: readonly Grantable[]; readonly onClose: () => void }

/** One coupon by hand: which, and why. The reason stays on the record. */
export function GrantSheet({ grants, onClose }: Props) {
  const [chosen, setChosen] = useState(grants.find(({ left }) => left !== 0)?.campaignId ?? '')
  const [reason, setReason] = useState('')
  const own = reason.trim()
  return (
    <Sheet
      open
      title='送一张券'
      onClose={onClose}
      footer={
        <PrimaryButton
          size='l'
          disabled={own === '' || chosen === ''}
          onTap={() => said(grantCoupon(chosen, own), '券已到对方的优惠券里', onClose)}
        >
          送给这位会员
        </PrimaryButton>
      }
    >
      <View className='grant'>
        {grants.map((one) => (
          <Choice
            key={one.campaignId}
            grantable={one}
            on={one.campaignId === chosen}
            onTap={() => setChosen(one.campaignId)}
          />
        ))}
      </View>
      <ReasonPicker presets={REASONS} reason={reason} onReason={setReason} hint='理由会记在操作记录里' />
    </Sheet>
  )
}

type ChoiceProps = { readonly grantable: Grantable; readonly on: boolean; readonly onTap: () => void }

function Choice({ grantable: { terms, left }, on, onTap }: ChoiceProps) {
  const { big, unit, line } = benefitWords(terms.benefit)
  const gone = left === 0
  return (
    <View className={gone ? 'grant__one grant__one--gone' : 'grant__one'} onClick={() => !gone && onTap()}>
      <View className='grant__words'>
        <Text className='grant__title'>{terms.title}</Text>
        <Text className='grant__line'>
          {`${big}${unit}`} · {line}
          {left === null ? '' : gone ? ' · 已发完' : ` · 还剩 ${left} 张`}
        </Text>
      </View>
      <Radio on={on} />
    </View>
  )
}
