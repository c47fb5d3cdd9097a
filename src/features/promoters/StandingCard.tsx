import { Text, View } from '@tarojs/components'
import { cx } from '@/ui/cx'
import { Icon, type IconName } from '@/ui/Icon'
import './StandingCard.scss'

type Props = {
  readonly icon: IconName
  readonly title: string
  readonly hint: string
  /** What the owner wrote; '' nothing. */
  readonly reason?: string
  /** calm: as it should be · bad: something is not well */
  readonly tone?: 'calm' | 'bad'
}

/** How a person stands to the programme, in a sentence. */
export function StandingCard({ icon, title, hint, reason = '', tone = 'calm' }: Props) {
  return (
    <View className='standing'>
      <View className={cx('standing__icon', tone === 'bad' && 'standing__icon--bad')}>
        <Icon name={icon} />
      </View>
      <View className='standing__words'>
        <Text className='standing__title'>{title}</Text>
        {reason !== '' && <Text className='standing__reason'>店家说：{reason}</Text>}
        <Text className='standing__hint'>{hint}</Text>
      </View>
    </View>
  )
}
