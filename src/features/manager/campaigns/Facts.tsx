import { Text, View } from '@tarojs/components'
import { useNames } from '@/features/catalogue'
import { factsOf } from './describe'
import { useForm } from './form-context'
import { Group } from './FormParts'
import { yuanGrouped } from './typed'
import { useTiers } from './shop'
import './Facts.scss'

/** A campaign that is over, to be read: nothing of it can be changed. */
export function Facts() {
  const { opened } = useForm()
  const names = useNames()
  const tiers = useTiers()
  if (opened === null) return null
  return (
    <Group title='已结束' hint={`共发出 ${opened.issued} 张，最多花费 ¥${yuanGrouped(opened.issuedFen)}`}>
      {factsOf(opened, names, tiers).map(({ part, label, words }) => (
        <View key={part} className='campaign-fact'>
          <Text className='campaign-fact__label'>{label}</Text>
          <Text className='campaign-fact__words'>{words}</Text>
        </View>
      ))}
    </Group>
  )
}
