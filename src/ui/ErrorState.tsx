import { Text, View } from '@tarojs/components'
import { Icon } from './Icon'
import { PrimaryButton } from './PrimaryButton'
import './Empty.scss'
import './ErrorState.scss'

type Props = {
  /** What happened, as a shop would say it. */
  readonly sentence: string
  /** An id that the person may quote; '' when the cloud was never reached, or the sentence brings its own. */
  readonly requestId?: string
  /** May return a promise: the button stays busy until it settles. */
  readonly onRetry?: () => unknown
  readonly retryText?: string
}

/** "… （编号 8f2a91c0）" ends a sentence about a bug: it stands on a line of its own here. */
const NUMBERED = /（编号 ([^）]+)）$/

/** Something went wrong instead of a screen. */
export function ErrorState({ sentence, requestId = '', onRetry, retryText = '再试一次' }: Props) {
  const id = NUMBERED.exec(sentence)?.[1] ?? requestId
  return (
    <View className='ui-empty'>
      <View className='ui-empty__picture'>
        <Icon name={id === '' ? 'offline' : 'warn'} size='xl' />
      </View>
      <Text className='ui-empty__title'>{sentence.replace(NUMBERED, '')}</Text>
      {id !== '' && (
        <Text className='ui-error__id' selectable>
          问题编号 {id}
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
