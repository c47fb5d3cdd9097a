import { Text, View } from '@tarojs/components'
import { PhoneButton } from '@/platform/PhoneButton'
import { Field } from '@/ui/Field'
import { toast } from '@/ui/toast'
import { bindPhone } from './store'

async function take(code: string | null) {
  if (code === null) return toast('没有授权也没关系，不影响点单')
  toast((await bindPhone(code)) ?? '手机号已绑定')
}

/** The phone number, never compulsory: it is asked for by WeChat's own button. */
export function PhoneRow({ phoneMasked }: { readonly phoneMasked: string | null }) {
  return (
    <View className='profile__group'>
      <Field label='手机号' hint='可以不填。换手机或找回订单时用得上'>
        <Text>{phoneMasked ?? '未绑定'}</Text>
        <PhoneButton className='profile__link' onCode={(code) => void take(code)}>
          {phoneMasked === null ? '绑定' : '更换'}
        </PhoneButton>
      </Field>
    </View>
  )
}
