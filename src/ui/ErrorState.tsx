import { Text, View } from '@tarojs/components'
import { Icon } from './Icon'
import { PrimaryButton } from './PrimaryButton'
import './Empty.scss'
import './ErrorState.scss'

type Props = {
  /** What happened, as a shop would say it. */
  readonly sentence: string
  /** An id that the person may quote, shown unless the sentence has one; '' when the cloud was never reached. */
  readonly requestId?: string
  /** May return a promise: the button stays busy until it settles. */
  readonly onRetry?: () => unknown
  readonly retryText?: string
}

/** Something went wrong instead of a screen. */
export function ErrorState({ sentence, requestId = '', onRetry, retryText = '再试一次' }: Props) {
  return (
    <View className='ui-empty'>
      <View className='ui-empty__picture'>
        <Icon name={requestId === '' ? 'offline' : 'warn'} size='xl' />
      </View>
      <Text className='ui-empty__title'>{sentence}</Text>
      {requestId !== '' && !sentence.includes('编号') && (
        <Text className='ui-error__id' selectable>
          问题编号 {requestId}
        </Text>
      )}
      {onRetry !== undefined && (
        <PrimaryButton className='ui-empty__action' onTap={onRetry}>
          {retryText}
        </PrimaryButton>
      )}
    </View>
  )
}
