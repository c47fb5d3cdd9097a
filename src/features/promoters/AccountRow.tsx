import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './AccountRow.scss'

type Props = {
  readonly title: string
  readonly about: string
  /** The figures at the right end. */
  readonly children: ReactNode
}

/** One line of the account: what, when, and figures that stand under each other. */
export const AccountRow = ({ title, about, children }: Props) => (
  <View className='account-row'>
    <View className='account-row__words'>
      <Text className='account-row__title'>{title}</Text>
      <Text className='account-row__about'>{about}</Text>
    </View>
    <View className='account-row__figures'>{children}</View>
  </View>
)
