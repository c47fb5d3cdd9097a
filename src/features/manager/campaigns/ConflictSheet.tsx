import { Text, View } from '@tarojs/components'
import { useNames } from '@/features/catalogue'
import { PrimaryButton } from '@/ui/PrimaryButton'
import { Sheet } from '@/ui/Sheet'
import { changesOf, type Change } from './describe'
import { isDirty, keepMine, putTheirsAside, takeTheirs, useEditor } from './editor'
import { useForm } from './form-context'
import { useTiers } from './shop'
import './ConflictSheet.scss'

const KEEPING = '还没有保存。「留下我的改动」会在最新的内容上保留你改过的地方，看一遍再保存'
const STATES = { draft: '草稿', running: '进行中', paused: '已暂停', ended: '已结束' } as const

/** Somebody else changed the campaign meanwhile: what they changed, and whose words are to stand. */
export function ConflictSheet() {
  const theirs = useEditor((s) => s.theirs)
  const opened = useEditor((s) => s.opened)
  const dirty = useEditor(isDirty)
  const { form, read } = useForm()
  const names = useNames()
  const tiers = useTiers()
  if (theirs === null || opened === null) return null
  const changes = changesOf(opened, theirs, { form, draft: read.draft }, names, tiers)
  const mayKeep = dirty && theirs.state !== 'ended'
  return (
    <Sheet open title='活动刚被别人改过' onClose={putTheirsAside} footer={<Choice mayKeep={mayKeep} />}>
      <View className='conflict'>
        <Text className='conflict__hint'>{mayKeep ? KEEPING : '还没有保存，下面是最新的内容'}</Text>
        {theirs.state !== opened.state && (
          <Changed
            change={{ label: '状态', was: STATES[opened.state], now: STATES[theirs.state], mine: null }}
          />
        )}
        {changes.map((change) => (
          <Changed key={change.label} change={change} />
        ))}
      </View>
    </Sheet>
  )
}

function Choice({ mayKeep }: { readonly mayKeep: boolean }) {
  return (
    <View className='conflict__foot'>
      <PrimaryButton
        className='conflict__button'
        size='l'
        tone={mayKeep ? 'plain' : 'accent'}
        onTap={takeTheirs}
      >
        用最新的
      </PrimaryButton>
      {mayKeep && (
        <PrimaryButton className='conflict__button' size='l' onTap={keepMine}>
          留下我的改动
        </PrimaryButton>
      )}
    </View>
  )
}

function Changed({ change: { label, was, now, mine } }: { readonly change: Change }) {
  return (
    <View className='conflict__change'>
      <Text className='conflict__label'>{label}</Text>
      <View className='conflict__words'>
        <Text className='conflict__was'>{was}</Text>
        <Text className='conflict__now'>{now}</Text>
        {mine !== null && <Text className='conflict__mine'>你改成：{mine}</Text>}
      </View>
    </View>
  )
}
