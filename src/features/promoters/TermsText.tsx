import { Text, View } from '@tarojs/components'
import './TermsText.scss'

/** 推客须知 as the owner wrote it, with its line breaks. */
export function TermsText({ terms }: { readonly terms: string }) {
  return (
    <View className='terms'>
      {(terms === '' ? '店家还没有写须知' : terms).split('\n').map((line, i) => (
        <Text key={i} className='terms__line' selectable>
          {line}
        </Text>
      ))}
    </View>
  )
}
