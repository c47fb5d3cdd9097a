import { Text } from '@tarojs/components'
import { STANDING_NAMES, type Standing } from './words'
import './StandingMark.scss'

/** 进行中, 已暂停…: a small mark beside a name. */
export function StandingMark({ standing }: { readonly standing: Standing }) {
  return <Text className={`standing standing--${standing}`}>{STANDING_NAMES[standing]}</Text>
}
