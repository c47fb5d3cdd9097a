import { Text, View } from '@tarojs/components'
import { goTo } from '@/platform/navigation'
import { Icon } from '@/ui/Icon'
import { editPath } from './paths'
import { TEMPLATES } from './templates'
import './Suggestions.scss'

type Props = { readonly onChosen?: () => void; readonly blank?: boolean }

/** What most shops begin with; each opens the form filled in. */
export function Suggestions({ onChosen, blank = false }: Props) {
  const open = (path: string) => {
    onChosen?.()
    goTo(path)
  }
  return (
    <View className='suggestions'>
      {TEMPLATES.map(({ id, name, about }) => (
        <Suggestion key={id} name={name} about={about} onTap={() => open(editPath({ template: id }))} />
      ))}
      {blank && <Suggestion name='从空白开始' about='自己定优惠和发法' onTap={() => open(editPath(null))} />}
    </View>
  )
}

type SuggestionProps = { readonly name: string; readonly about: string; readonly onTap: () => void }

function Suggestion({ name, about, onTap }: SuggestionProps) {
  return (
    <View className='suggestions__one' onClick={onTap}>
      <View className='suggestions__icon'>
        <Icon name='ticket' />
      </View>
      <View className='suggestions__words'>
        <Text className='suggestions__name'>{name}</Text>
        <Text className='suggestions__about'>{about}</Text>
      </View>
      <Icon className='suggestions__arrow' name='right' size='s' />
    </View>
  )
}
