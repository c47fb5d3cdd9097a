import { Text, View } from '@tarojs/components'
import { Icon, type IconName } from './Icon'
import { PrimaryButton } from './PrimaryButton'
import './Empty.scss'

type Props = {
  readonly icon: IconName
  readonly title: string
  readonly hint?: string
  readonly action?: { readonly text: string; readonly onTap: () => unknown }
}

/** Nothing here yet, and what to do about it. */
export function Empty({ icon, title, hint, action }: Props) {
  return (
    <View className='ui-empty'>
      <View className='ui-empty__picture'>
        <Icon name={icon} size='xl' />
      </View>
      <Text className='ui-empty__title'>{title}</Text>
      {hint !== undefined && <Text className='ui-empty__hint'>{hint}</Text>}
      {action !== undefined && (
        <PrimaryButton className='ui-empty__action' onTap={action.onTap}>
          {action.text}
        </PrimaryButton>
      )}
    </View>
  )
}
