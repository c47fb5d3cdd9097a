import { Text, View } from '@tarojs/components'
import { yuan } from '@shared/kernel/money'
import type { RecoveryDraft } from '@shared/recovery/contract'
import { goTo } from '@/platform/navigation'
import { Radio } from '@/ui/Radio'
import { Group } from '../campaigns/FormParts'
import { placeId } from '../campaigns/faults'
import { editPath } from '../campaigns/paths'
import type { Edit } from '../settings/edit'
import { Add, Fault } from '../settings/parts'
import { useRecovery } from './store'
import './CouponFields.scss'

const HOW = '券来自「优惠活动」：新建一个，发放方式选「店员发放」，开始以后就能在这里选'

/** Which coupon is given, or none. Where there is none to give it says how to make one. */
export function CouponFields({ draft: { campaignId }, put, fault }: Edit<RecoveryDraft>) {
  const choices = useRecovery((s) => s.around.choices)
  const gone = campaignId !== null && choices.every((one) => one.campaignId !== campaignId)
  const row = (id: string | null, name: string, note: string) => (
    <Choice key={id} name={name} note={note} on={campaignId === id} onTap={() => put({ campaignId: id })} />
  )
  return (
    <Group title='发哪张券' hint='只放进卡包，自己不发广告；也只能用在那一单的商品上'>
      <View id={placeId('campaignId')}>
        {row(null, '不发券', '只提醒一次')}
        {choices.map((one) => row(one.campaignId, one.title, `一张最多花 ¥${yuan(one.costFen)}`))}
        {gone && row(campaignId, '原来选的券', '活动已经结束或停了')}
        <Fault words={fault('campaignId')} />
        {choices.length === 0 && (
          <View className='left-coupons__how'>
            <Text className='left-coupons__note'>{HOW}</Text>
            <Add words='新建优惠活动' onTap={() => goTo(editPath(null))} />
          </View>
        )}
      </View>
    </Group>
  )
}

type ChoiceProps = {
  readonly name: string
  readonly note: string
  readonly on: boolean
  readonly onTap: () => void
}

const Choice = ({ name, note, on, onTap }: ChoiceProps) => (
  <View className='left-coupons__choice' onClick={onTap}>
    <View className='left-coupons__words'>
      <Text className='left-coupons__name'>{name}</Text>
      <Text className='left-coupons__note'>{note}</Text>
    </View>
    <Radio on={on} />
  </View>
)
