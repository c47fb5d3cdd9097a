import { Picker, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { isCalendarDay } from '@shared/kernel/time'
import type { Member } from '@shared/members/contract'
import { Dialog } from '@/ui/Dialog'
import { Field } from '@/ui/Field'
import { toast } from '@/ui/toast'
import { tellBirthday } from './store'

const numbers = (to: number, unit: string) => Array.from({ length: to }, (_, i) => `${i + 1} ${unit}`)
const RANGE = [numbers(12, '月'), numbers(31, '日')]
const two = (n: number) => String(n).padStart(2, '0')

/** 0229 → 2 月 29 日 */
const words = (birthday: string) => `${Number(birthday.slice(0, 2))} 月 ${Number(birthday.slice(2))} 日`

/** The birthday, told once because a coupon hangs on it. Not compulsory; the year is nobody's business. */
export function BirthdayRow({ member }: { readonly member: Member }) {
  const [picked, setPicked] = useState<string | null>(null)
  const pick = ([month = 0, day = 0]: readonly number[]) => {
    const birthday = two(month + 1) + two(day + 1)
    if (!isCalendarDay(birthday)) return toast('没有这一天，请再选一次')
    setPicked(birthday)
  }
  const confirm = async () => {
    if (picked === null) return
    const failed = await tellBirthday(member, picked)
    setPicked(null)
    toast(failed ?? '记下了')
  }
  return (
    <View className='profile__group'>
      <Field label='生日' hint={member.birthday === null ? '可以不填。填了不能再改' : '填过了，不能再改'}>
        {member.birthday !== null ? (
          <Text>{words(member.birthday)}</Text>
        ) : (
          <Picker mode='multiSelector' range={RANGE} value={[0, 0]} onChange={(e) => pick(e.detail.value)}>
            <View className='profile__link' aria-label='选择生日'>
              <Text>选择</Text>
            </View>
          </Picker>
        )}
      </Field>
      <Dialog
        open={picked !== null}
        title={`生日是 ${words(picked ?? '0101')}？`}
        confirmText='就是这天'
        cancelText='再看看'
        onCancel={() => setPicked(null)}
        onConfirm={confirm}
      >
        <Text>生日只能填一次，填好后不能再改。</Text>
      </Dialog>
    </View>
  )
}
